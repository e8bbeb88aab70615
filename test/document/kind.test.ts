import { expect, test } from '@jest/globals';
import { kindOfHead } from '../../src/document/kind.js';

test.each([
  ['Telegram From the Department of State to the Embassy in Laos', 'telegram'],
  ['Circular Telegram From the Department of State to Certain Posts', 'telegram'],
  ['Airgram From the Embassy in Chile', 'telegram'],
  ['Letter From Chairman Khrushchev to President Kennedy', 'letter'],
  ['Draft Letter From President Kennedy', 'letter'],
  ['Memorandum of Conversation', 'conversation'],
  ['Record of a Conversation', 'conversation'],
  ['Memorandum of Telephone Conversation', 'conversation'],
  ['Memorandum for the Record', 'memorandum'],
  ['Aide-Mémoire From the Soviet Embassy', 'memorandum'],
  ['Message From President Kennedy', 'message'],
  ['Minutes of the 505th Meeting of the National Security Council', 'minutes'],
  ['Special National Intelligence Estimate', 'report'],
  ['Despatch From the Consulate General at Hanoi', 'report'],
  ['Paper Prepared in the Department of State', 'paper'],
  ['Editorial Note', 'editorial-note'],
  ['The Ambassador in Italy (Dunn) to the Secretary of State', 'document'],
  ['Remarks by Secretary Rusk', 'document'],
  ['', 'document'],
])('%j is of kind %s', (title, kind) => expect(kindOfHead(title)).toBe(kind));
