import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findDates } from '../../src/document/date.js';
import { findReferences } from '../../src/document/reference.js';
import { parseSourceNote } from '../../src/document/source-note.js';

const FOLDER = '../shared/gold/volumes';
const present = existsSync(FOLDER);
if (!present) console.log('test/document/gold-measures: skipped, there is no ../shared/gold');

/** `docs/source-notes.md` gives the figures; each is a floor here. */
(present ? describe : describe.skip)('measured on published volumes', () => {
  const volumes = present ? readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')) : [];

  test('source notes', () => {
    const notes = volumes.flatMap((xml) =>
      [...xml.matchAll(/<note\b[^>]*>((?:(?!<note\b)[\s\S])*?)<\/note>/g)]
        .map(([, content = '']) => textOf(content))
        .filter((text) => text.startsWith('Source:')),
    );
    const parsed = notes.map((text) => parseSourceNote(text));
    const placed = parsed.filter(
      ({ reference }) => reference?.repository !== undefined || reference?.publication !== undefined,
    );
    const whole = placed.filter(({ remainder }) => remainder.length === 0);
    const wholly = whole.filter(({ related }) => related.length === 0);
    console.log(
      `source notes: ${notes.length}, placed ${placed.length}, no remainder ${whole.length}, of these with no related record ${wholly.length}`,
    );
    expect(notes.length).toBeGreaterThan(2000);
    expect(placed.length / notes.length).toBeGreaterThan(0.99);
    expect(whole.length / notes.length).toBeGreaterThan(0.925);
  });

  test('datelines', () => {
    let dated = 0;
    let agree = 0;
    let day = 0;
    for (const xml of volumes) {
      for (const [, content = ''] of xml.matchAll(/<dateline\b[^>]*>([\s\S]*?)<\/dateline>/g)) {
        const [only, another] = [
          ...content.matchAll(/<date\b[^>]*?\b(?:when="([^"]*)"|from="([^"]*)"[^>]*?\bto="([^"]*)")/g),
        ];
        if (!only || another) continue;
        const [, when, from, to] = only;
        const found = findDates(textOf(content))[0];
        dated++;
        const value = when ?? `${from}/${to}`;
        const ours = found?.when ?? `${found?.from}/${found?.to}`;
        if (ours === value) agree++;
        if ((found?.when ?? found?.from)?.slice(0, 10) === (when ?? from)?.slice(0, 10)) day++;
      }
    }
    console.log(`datelines: ${dated}, same value ${agree}, same day ${day}`);
    expect(dated).toBeGreaterThan(2500);
    expect(agree / dated).toBeGreaterThan(0.94);
    expect(day / dated).toBeGreaterThan(0.99);
  });

  test('references to documents and notes of the volume', () => {
    let right = 0;
    let ours = 0;
    let gold = 0;
    for (const xml of volumes) {
      const ids = new Set([...xml.matchAll(/xml:id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, document = '', content = ''] of xml.matchAll(
        /<note\b[^>]*xml:id="(d\d+)fn[^"]*"[^>]*>((?:(?!<note\b)[\s\S])*?)<\/note>/g,
      )) {
        const wanted = [...content.matchAll(/<ref\b[^>]*target="(#d\d[^"]*)"/g)].map(([, target]) => target);
        const found = findReferences(textOf(content), { document }).flatMap(({ target }) =>
          target?.startsWith('#d') && ids.has(target.slice(1)) ? [target] : [],
        );
        const left = [...wanted];
        for (const target of found) {
          const index = left.indexOf(target);
          if (index < 0) continue;
          left.splice(index, 1);
          right++;
        }
        ours += found.length;
        gold += wanted.length;
      }
    }
    console.log(`references: ${gold}, found ${ours}, right ${right}`);
    expect(gold).toBeGreaterThan(1000);
    expect(right / gold).toBeGreaterThan(0.97);
    expect(right / ours).toBeGreaterThan(0.95);
  });
});

function textOf(xml: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
