/** Archives and libraries that source notes name, as data; an edition adds its own (`repositories` in its settings). */
import type { Repository } from './repository.js';

const USA = 'United States';

export const REPOSITORIES: readonly Repository[] = [
  {
    name: 'Department of State',
    aliases: ['U.S. Department of State', 'State Department'],
    settlement: 'Washington',
    country: USA,
  },
  {
    name: 'National Archives',
    aliases: ['National Archives and Records Administration', 'U.S. National Archives', 'NARA', 'National Archives II'],
    settlement: 'College Park',
    country: USA,
  },
  {
    name: 'Washington National Records Center',
    aliases: ['Washington Nationals Records Center', 'Federal Records Center', 'WNRC'],
    settlement: 'Suitland',
    country: USA,
  },
  {
    name: 'Central Intelligence Agency',
    aliases: ['Central Intelligence Agency Files', 'CIA', 'CIA Files'],
    settlement: 'Langley',
    country: USA,
  },
  { name: 'National Security Agency', aliases: ['NSA'], settlement: 'Fort Meade', country: USA },
  {
    name: 'National Security Council',
    aliases: ['National Security Council Files', 'NSC'],
    settlement: 'Washington',
    country: USA,
  },
  { name: 'Department of Defense', settlement: 'Washington', country: USA },
  { name: 'Department of the Treasury', aliases: ['Treasury Department'], settlement: 'Washington', country: USA },
  { name: 'Department of Energy', settlement: 'Washington', country: USA },
  { name: 'Atomic Energy Commission', settlement: 'Germantown', country: USA },
  { name: 'Joint Chiefs of Staff', aliases: ['JCS Files'], settlement: 'Washington', country: USA },
  { name: 'Agency for International Development', aliases: ['AID'], settlement: 'Washington', country: USA },
  { name: 'United States Information Agency', aliases: ['USIA'], settlement: 'Washington', country: USA },
  { name: 'Federal Bureau of Investigation', aliases: ['FBI'], settlement: 'Washington', country: USA },
  { name: 'Library of Congress', aliases: ['Congressional Library'], settlement: 'Washington', country: USA },
  {
    name: 'Naval Historical Center',
    aliases: ['Naval History and Heritage Command'],
    settlement: 'Washington',
    country: USA,
  },
  { name: 'National Defense University', settlement: 'Washington', country: USA },
  {
    name: 'U.S. Army Military History Institute',
    aliases: ['Army Military History Institute', 'Center of Military History'],
    settlement: 'Carlisle',
    country: USA,
  },
  presidential('Hoover', 'Herbert Hoover', 'West Branch'),
  presidential('Roosevelt', 'Franklin D. Roosevelt', 'Hyde Park'),
  presidential('Truman', 'Harry S. Truman', 'Independence'),
  presidential('Eisenhower', 'Dwight D. Eisenhower', 'Abilene'),
  presidential('Kennedy', 'John F. Kennedy', 'Boston'),
  presidential('Johnson', 'Lyndon B. Johnson', 'Austin'),
  presidential('Nixon', 'Richard Nixon', 'Yorba Linda'),
  presidential('Ford', 'Gerald R. Ford', 'Ann Arbor'),
  presidential('Carter', 'Jimmy Carter', 'Atlanta'),
  presidential('Reagan', 'Ronald Reagan', 'Simi Valley'),
  presidential('Bush', 'George H. W. Bush', 'College Station'),
  presidential('Clinton', 'William J. Clinton', 'Little Rock'),
  { name: 'Hoover Institution', aliases: ['Hoover Institution Archives'], settlement: 'Stanford', country: USA },
  { name: 'Yale University', aliases: ['Yale University Library'], settlement: 'New Haven', country: USA },
  {
    name: 'Princeton University',
    aliases: ['Seeley G. Mudd Library', 'Mudd Library'],
    settlement: 'Princeton',
    country: USA,
  },
  { name: 'Harvard University', aliases: ['Houghton Library'], settlement: 'Cambridge', country: USA },
  { name: 'Columbia University', settlement: 'New York', country: USA },
  { name: 'Georgetown University', settlement: 'Washington', country: USA },
  { name: 'George C. Marshall Library', aliases: ['Marshall Library'], settlement: 'Lexington', country: USA },
  { name: 'Minnesota Historical Society', settlement: 'Saint Paul', country: USA },
  { name: 'Massachusetts Historical Society', settlement: 'Boston', country: USA },
  { name: 'United Nations Archives', aliases: ['UN Archives'], settlement: 'New York', country: USA },
  {
    name: 'The National Archives',
    aliases: [
      'Public Record Office',
      'PRO',
      'TNA',
      'National Archives of the United Kingdom',
      'National Archives (UK)',
    ],
    settlement: 'Kew',
    country: 'United Kingdom',
  },
  { name: 'British Library', settlement: 'London', country: 'United Kingdom' },
  { name: 'Bodleian Library', aliases: ['Bodleian Libraries'], settlement: 'Oxford', country: 'United Kingdom' },
  {
    name: 'Churchill Archives Centre',
    aliases: ['Churchill College, Cambridge', 'Churchill College'],
    settlement: 'Cambridge',
    country: 'United Kingdom',
  },
  {
    name: 'Russian Ministry of Foreign Affairs',
    aliases: ['Archive of the Foreign Policy of the Russian Federation', 'Russian Foreign Ministry'],
    settlement: 'Moscow',
    country: 'Russia',
  },
  {
    name: 'Politisches Archiv des Auswärtigen Amts',
    aliases: [
      'Politisches Archiv des Auswärtigen Amtes',
      'Politisches Archiv',
      'Auswärtiges Amt',
      'PA AA',
      'PA/AA',
      'PA-AA',
      'PAAA',
    ],
    settlement: 'Berlin',
    country: 'Germany',
  },
  {
    name: 'Bundesarchiv',
    aliases: [
      'BArch',
      'Bundesarchiv Koblenz',
      'Bundesarchiv Berlin',
      'Bundesarchiv-Militärarchiv',
      'SAPMO-BArch',
      'BA-MA',
    ],
    country: 'Germany',
  },
  {
    name: 'Geheimes Staatsarchiv Preußischer Kulturbesitz',
    aliases: ['Geheimes Staatsarchiv', 'GStA PK'],
    settlement: 'Berlin',
    country: 'Germany',
  },
  { name: 'Staatsbibliothek zu Berlin', settlement: 'Berlin', country: 'Germany' },
  { name: 'Bayerische Staatsbibliothek', settlement: 'Munich', country: 'Germany' },
  {
    name: 'Österreichisches Staatsarchiv',
    aliases: ['ÖStA', 'Haus-, Hof- und Staatsarchiv', 'HHStA'],
    settlement: 'Vienna',
    country: 'Austria',
  },
  { name: 'Schweizerisches Bundesarchiv', settlement: 'Bern', country: 'Switzerland' },
  {
    name: 'Archives du Ministère des Affaires étrangères',
    aliases: ['Archives diplomatiques', 'Archives du ministère des Affaires étrangères'],
    settlement: 'La Courneuve',
    country: 'France',
  },
  { name: 'Archivio Centrale dello Stato', settlement: 'Rome', country: 'Italy' },
  { name: 'Archives nationales', settlement: 'Paris', country: 'France' },
  {
    name: 'Bibliothèque nationale de France',
    aliases: ['Bibliothèque nationale', 'BnF'],
    settlement: 'Paris',
    country: 'France',
  },
  { name: 'Nationaal Archief', settlement: 'The Hague', country: 'Netherlands' },
  { name: 'Archivo General de Indias', settlement: 'Seville', country: 'Spain' },
];

/** `Kennedy Library`, with the forms of its name. */
function presidential(surname: string, name: string, settlement: string): Repository {
  const full = `${name} Presidential Library`;
  return {
    name: `${surname} Library`,
    aliases: [`${surname} Presidential Library`, full, `${full} and Museum`, `${name} Library`],
    settlement,
    country: USA,
  };
}

/** In: the name of a repository as a reference has it, and the edition's own. Out: what the table knows of it. */
export function repositoryNamed(name: string, own: readonly Repository[] = []): Repository | undefined {
  return (
    own.find((repository) => repository.name === name) ?? REPOSITORIES.find((repository) => repository.name === name)
  );
}

/** Printed works that source notes give in place of an archive. */
export const PUBLICATIONS: readonly string[] = [
  'American Foreign Policy',
  'Congressional Record',
  'Department of State Bulletin',
  'Department of State Press Release',
  'Department of State Publication',
  'Documents on American Foreign Relations',
  'Documents on Disarmament',
  'Federal Register',
  'Foreign Affairs',
  'Foreign Relations',
  'New York Times',
  'Problems of Communism',
  'Public Papers',
  'Public Papers of the Presidents of the United States',
  'United Nations Treaty Series',
  'United States Treaties and Other International Agreements',
  'Weekly Compilation of Presidential Documents',
];
