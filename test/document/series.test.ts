import { describe, expect, test } from '@jest/globals';
import { BUILT_IN_SERIES, seriesOf, seriesTable, volumeId } from '../../src/document/series.js';

const [series = { name: '', id: '' }] = BUILT_IN_SERIES;

describe('the id of a volume', () => {
  test.each([
    [{ years: '1958–1960', volume: 'X', part: '2' }, 'frus1958-60v10p2'],
    [{ years: '1947', volume: 'iv' }, 'frus1947v04'],
    [{ years: '1969-76', volume: 'E-9', part: 'I' }, 'frus1969-76ve09p1'],
    [{ years: '1969–1976', volume: 'XXXVIII' }, 'frus1969-76v38'],
    [{ years: '1899–1901', volume: '3' }, 'frus1899-1901v03'],
    [{ years: '1969–1976' }, undefined],
    [{ volume: 'V' }, undefined],
  ])('%j is %s', (cites, id) => expect(volumeId(series, cites)).toBe(id));
});

test('an id tells its series and its years', () => {
  expect(seriesOf('frus1969-76ve05p2', seriesTable())?.years).toBe('1969-76');
  expect(seriesOf('dodis-12', seriesTable())).toBeUndefined();
});
