import { describe, expect, test } from '@jest/globals';
import { REFERENCE_FORMS } from '../../src/document/file-numbers.js';
import { REPOSITORIES, repositoryNamed } from '../../src/document/repositories.js';
import { parseSourceNote } from '../../src/document/source-note.js';
import type { ArchivalReferenceParts } from '../../src/document/source-note-model.js';

/** The parts of a reference without its own words. */
function kept(reference: ArchivalReferenceParts | undefined) {
  if (!reference) return undefined;
  const { repository, collection, series, file, container, identifier, publication } = reference;
  return Object.fromEntries(
    Object.entries({ repository, collection, series, file, container, identifier, publication }).filter(
      ([, part]) => part !== undefined,
    ),
  );
}

function whereIs(note: string) {
  return kept(parseSourceNote(`Source: ${note}`).reference);
}

describe('archival references', () => {
  test.each([
    [
      'Department of State, Central Files, 611.56D/6–2658.',
      { repository: 'Department of State', collection: 'Central Files', identifier: '611.56D/6–2658' },
    ],
    [
      'National Archives and Records Administration, RG 59, Central Files 1964–66, POL 19 RYU IS. Secret.',
      {
        repository: 'National Archives',
        collection: 'RG 59',
        series: ['Central Files 1964–66'],
        identifier: 'POL 19 RYU IS',
      },
    ],
    [
      'Johnson Library, National Security File, Country File, Iran, Vol. II, 1/66–1/69. Secret.',
      {
        repository: 'Johnson Library',
        collection: 'National Security File',
        series: ['Country File'],
        file: 'Iran, Vol. II, 1/66–1/69',
      },
    ],
    [
      'National Archives, Nixon Presidential Materials, NSC Files, Box 745, Country Files, Africa, Tunisia, Vol. I. Secret.',
      {
        repository: 'National Archives',
        collection: 'Nixon Presidential Materials',
        series: ['NSC Files', 'Country Files', 'Africa'],
        file: 'Tunisia, Vol. I',
        container: 'Box 745',
      },
    ],
    [
      'Central Intelligence Agency, Job 79-01025A, Box 9, Folder 4.',
      { repository: 'Central Intelligence Agency', container: 'Job 79-01025A, Box 9, Folder 4' },
    ],
    [
      'Washington National Records Center, RG 330, OSD Files: FRC 72 A 2468, Iran 091.112.',
      {
        repository: 'Washington National Records Center',
        collection: 'RG 330',
        series: ['OSD Files'],
        file: 'Iran 091.112',
        container: 'FRC 72 A 2468',
      },
    ],
    [
      'The Lyndon B. Johnson Library, Confidential File, CO 141.',
      { repository: 'Johnson Library', collection: 'Confidential File', identifier: 'CO 141' },
    ],
    [
      'National Archives, RG 59, Central Foreign Policy File, D810024–0387.',
      {
        repository: 'National Archives',
        collection: 'RG 59',
        series: ['Central Foreign Policy File'],
        identifier: 'D810024–0387',
      },
    ],
    [
      'Bancroft Library, Acheson Papers, Box 3.',
      { repository: 'Bancroft Library', collection: 'Acheson Papers', container: 'Box 3' },
    ],
    [
      'Ford Library, National Security Adviser, Memoranda of Conversations, Box 8, January 8, 1975, Ford, Kissinger.',
      {
        repository: 'Ford Library',
        collection: 'National Security Adviser',
        series: ['Memoranda of Conversations'],
        container: 'Box 8',
        file: 'January 8, 1975, Ford, Kissinger',
      },
    ],
    [
      'Library of Congress, Manuscript Division, Kissinger Papers, Box TS 63, Memoranda of Conversations.',
      {
        repository: 'Library of Congress',
        collection: 'Manuscript Division',
        series: ['Kissinger Papers'],
        container: 'Box TS 63',
        file: 'Memoranda of Conversations',
      },
    ],
    // Britain and Germany.
    [
      'British Library, Add. MS 45852, ff. 12–13.',
      { repository: 'British Library', identifier: 'Add. MS 45852, ff. 12–13' },
    ],
    ['TNA, CAB 129/105, C(61)97.', { repository: 'The National Archives', identifier: 'CAB 129/105, C(61)97' }],
    ['Public Record Office, FO 371/152133.', { repository: 'The National Archives', identifier: 'FO 371/152133' }],
    ['The National Archives, PREM 11/3328.', { repository: 'The National Archives', identifier: 'PREM 11/3328' }],
    [
      'The National Archives, RG 59, Box 3.',
      { repository: 'National Archives', collection: 'RG 59', container: 'Box 3' },
    ],
    [
      'PA AA, B 130, Bd. 8461A.',
      { repository: 'Politisches Archiv des Auswärtigen Amts', collection: 'B 130', container: 'Bd. 8461A' },
    ],
    ['BArch, N 1351/25, Bl. 12.', { repository: 'Bundesarchiv', identifier: 'N 1351/25, Bl. 12' }],
    // A printed work is not the department that its name begins with.
    ['Department of State Bulletin, April 19, 1976, pp. 514–518.', { publication: 'Department of State Bulletin' }],
    ['Dulles was in Paris.', undefined],
  ])('%s', (note, parts) => expect(whereIs(note)).toEqual(parts));

  test.each(REFERENCE_FORMS)('a form accepts its example: $example', ({ example, part, form }) => {
    expect(form.test(example)).toBe(true);
    expect(REFERENCE_FORMS.find((other) => other.form.test(example))?.part).toBe(part);
  });

  test('an edition may add a repository with a hyphen', () => {
    const own = [{ name: 'Karl-May-Archiv' }];
    expect(parseSourceNote('Source: Karl-May-Archiv, Briefe, Box 3.', own).reference?.repository).toBe(
      'Karl-May-Archiv',
    );
  });

  test('an edition adds repositories of its own, with other names', () => {
    const own = [{ name: 'Stadtarchiv Celle', aliases: ['StA Celle'] }];
    expect(kept(parseSourceNote('Source: StA Celle, Briefe, Nr. 12.', own).reference)).toEqual({
      repository: 'Stadtarchiv Celle',
      collection: 'Briefe',
      identifier: 'Nr. 12',
    });
    expect(parseSourceNote('Source: StA Celle, Briefe, Nr. 12.').reference).toBeUndefined();
  });
});

describe('the table of repositories', () => {
  test('no name stands for two', () => {
    const names = REPOSITORIES.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('a name leads to the place; that of the edition goes before', () => {
    expect(repositoryNamed('Kennedy Library')?.settlement).toBe('Boston');
    expect(repositoryNamed('Kennedy Library', [{ name: 'Kennedy Library', settlement: 'Waltham' }])?.settlement).toBe(
      'Waltham',
    );
    expect(repositoryNamed('JFK')).toBeUndefined();
  });
});

describe('ibid.', () => {
  const ibid = (rest: string) =>
    kept(
      parseSourceNote(
        `Source: National Archives, RG 59, Central Files 1970-73, POL 17 ALG, Box 2. Secret. A copy is ${rest}.`,
      ).copies[0]?.reference,
    );
  test.each([
    [
      'ibid',
      {
        repository: 'National Archives',
        collection: 'RG 59',
        series: ['Central Files 1970-73'],
        identifier: 'POL 17 ALG',
        container: 'Box 2',
      },
    ],
    [
      'ibid., POL 15-1 ALG',
      {
        repository: 'National Archives',
        collection: 'RG 59',
        series: ['Central Files 1970-73'],
        identifier: 'POL 15-1 ALG',
      },
    ],
    [
      'ibid., Records of Joseph Sisco, Box 26',
      {
        repository: 'National Archives',
        collection: 'RG 59',
        series: ['Records of Joseph Sisco'],
        container: 'Box 26',
      },
    ],
    [
      'ibid., RG 84, Tunis Embassy Files',
      { repository: 'National Archives', collection: 'RG 84', series: ['Tunis Embassy Files'] },
    ],
    [
      'ibid., Nixon Presidential Materials, NSC Files',
      { repository: 'National Archives', collection: 'Nixon Presidential Materials', series: ['NSC Files'] },
    ],
  ])('%s', (rest, parts) => expect(ibid(rest)).toEqual(parts));
});
