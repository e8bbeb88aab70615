/** The headers of a TEI file -> what records take from them, as plain data, in the order of the headers. */
import { attributeValue, type Element } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import { findAll, findElement, lineOf, plainName, titleOf } from '../reading/index.js';
import { remembered } from '../remembered.js';
import { type Creator, creatorOf } from './creator.js';

/** Lines are those that hold something. */
export interface HeaderFacts {
  readonly title: string | undefined;
  /** All titles of the statement. */
  readonly titles: readonly string[];
  readonly editors: readonly Creator[];
  readonly authors: readonly Creator[];
  readonly publishers: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of the first publication statement. */
  readonly dates: readonly string[];
  readonly licences: readonly { readonly name: string; readonly url: string }[];
  /** What identifies the publication; empty ones too. */
  readonly identifiers: readonly string[];
  /** Repository, collection and shelfmark of each original. */
  readonly sources: readonly string[];
  readonly abstracts: readonly string[];
  /** What the project is about; what this program writes there is how the file was made. */
  readonly project: readonly string[];
  readonly keywords: readonly string[];
}

export const headerFacts = remembered(({ tei }: TeiFile) => findAll(tei.root, 'teiHeader').map(readHeader));

function readHeader(header: Element): HeaderFacts {
  const lines = (...path: readonly string[]) => linesOf(header, path);
  const isOwn = findAll(header, 'application').some((each) => attributeValue(each, 'ident') === 'teiscribe');
  const statement = findElement(header, 'titleStmt');
  const publication = findElement(header, 'publicationStmt');
  const called = (name: string) => (statement ? findAll(statement, name).flatMap(personIn) : []);
  return {
    title: titleOf(header),
    titles: lines('titleStmt', 'title'),
    editors: called('editor'),
    authors: called('author'),
    publishers: lines('publicationStmt', 'publisher'),
    dates: publication ? findAll(publication, 'date').flatMap(dayOf) : [],
    licences: findAll(header, 'licence').flatMap(licenceOf),
    identifiers: publication ? findAll(publication, 'idno').map(lineOf) : [],
    sources: findAll(header, 'msIdentifier').map(sourceOf).filter(isSaid),
    abstracts: lines('profileDesc', 'abstract'),
    project: isOwn ? [] : lines('projectDesc'),
    keywords: lines('keywords', 'term'),
  };
}

function linesOf(header: Element, path: readonly string[]): readonly string[] {
  const found = path.reduce<readonly Element[]>((from, name) => from.flatMap((each) => findAll(each, name)), [header]);
  return found.map(lineOf).filter(isSaid);
}

function isSaid(line: string): boolean {
  return line !== '';
}

function personIn(holder: Element): readonly Creator[] {
  const part = (name: string) => {
    const found = findElement(holder, name);
    return (found && lineOf(found)) || undefined;
  };
  const family = part('surname');
  const given = part('forename');
  if (family !== undefined && given !== undefined) return [{ kind: 'person', family, given }];
  const line = lineOf(holder);
  if (line === '') return [];
  return [findElement(holder, 'orgName') ? { kind: 'organization', name: line } : creatorOf(line)];
}

function dayOf(date: Element): readonly string[] {
  const written = attributeValue(date, 'when') ?? lineOf(date);
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(written)?.[0];
  return day === undefined ? [] : [day];
}

function licenceOf(licence: Element): HeaderFacts['licences'] {
  const url = attributeValue(licence, 'target') ?? '';
  return /^https?:\/\/\S+$/.test(url) ? [{ url, name: lineOf(licence) || url }] : [];
}

const PLACES: ReadonlySet<string> = new Set(['settlement', 'institution', 'repository', 'collection', 'idno']);

function sourceOf(mark: Element): string {
  return mark.children
    .flatMap((child) => (child.kind === 'element' && PLACES.has(plainName(child)) ? [lineOf(child)] : []))
    .filter(isSaid)
    .join(', ');
}
