/** What a validation asks beside its document (schemas, inclusions) -> questions whose answers can be compared with those of a later run. */
import type { Surroundings } from '../rules/surroundings.js';
import type { Source } from '../source/index.js';
import type { ReadIncluded } from '../xml/index.js';
import { sumOfText } from './conversion-record.js';
import type { DocumentSchemas } from './schema-reader.js';

/** What a document is checked with and is not in it. All that the outcome depends on has to go through this. */
export interface Outside extends DocumentSchemas {
  readonly include?: ReadIncluded;
  readonly surroundings?: Surroundings;
}

export interface Question {
  readonly about: 'schema' | 'included' | 'ids' | 'file' | 'picture' | 'listed';
  readonly href: string;
  readonly base: string;
  /** The sum of the text, or why there is none. */
  readonly answer: string;
  /** The path of the text. */
  readonly path?: string;
}

export interface Recorder {
  /** The same, and takes down what it is asked. */
  readonly outside: Outside;
  questions(): readonly Question[];
}

export interface QuestionLog {
  record(outside: Outside): Recorder;
}

/** For one run: a schema is loaded for the first document that asks for it, so what a schema asks is known to all of its documents. */
export function questionLog(checksumOf: (source: Source) => string): QuestionLog {
  const byBase = new Map<string, Map<string, Question>>();
  const note = (question: Question) => {
    const asked = byBase.get(question.base) ?? new Map<string, Question>();
    asked.set(keyOf(question), question);
    byBase.set(question.base, asked);
  };
  return {
    record({ read, explain, include, surroundings }) {
      const own = new Map<string, Question>();
      const see = (question: Question) => {
        own.set(keyOf(question), question);
        note(question);
      };
      const take = (about: Question['about'], href: string, base: string, source: Source | undefined) => {
        const answer = () => (source ? answerOf(about, source, checksumOf) : absent(explain(href, base)));
        see(asked(about, href, base, answer, source?.path));
        return source;
      };
      return {
        outside: {
          read: (href, base) => take('schema', href, base, read(href, base)),
          explain,
          ...(surroundings && { surroundings: recordedSurroundings(surroundings, see) }),
          ...(include && { include: (href, base) => take('included', href, base, include(href, base)) }),
        },
        questions: () => withAllBehind(own, byBase),
      };
    },
  };
}

/** The answer is summed up when it is first wanted: most runs keep nothing. */
function asked(
  about: Question['about'],
  href: string,
  base: string,
  answer: () => string,
  path: string | undefined = undefined,
): Question {
  let known: string | undefined;
  return {
    about,
    href,
    base,
    ...(path !== undefined && { path }),
    get answer() {
      known ??= answer();
      return known;
    },
  };
}

/** Whether everything that was asked then has the same answer now. */
export function haveSameAnswers(
  questions: readonly Question[],
  { read, explain, include, surroundings }: Outside,
  checksumOf: (source: Source) => string,
): boolean {
  return questions.every(({ about, href, base, answer }) => {
    if (about === 'ids') return answer === answerOfIds(surroundings?.idsOf(href));
    if (about === 'file') return answer === `${surroundings?.hasFile(href) ?? false}`;
    if (about === 'picture') return answer === `${surroundings?.hasPicture(href) ?? false}`;
    if (about === 'listed') return answer === answerOfIds(surroundings?.listed);
    const source = about === 'schema' ? read(href, base) : include?.(href, base);
    return answer === (source ? answerOf(about, source, checksumOf) : absent(explain(href, base)));
  });
}

/** The lists hold for whatever is asked; what is in other files, only where it is asked for. */
function recordedSurroundings(surroundings: Surroundings, see: (question: Question) => void): Surroundings {
  const { idsOf, hasFile, hasPicture, listed } = surroundings;
  see(asked('listed', '', '', () => answerOfIds(listed)));
  return {
    ...surroundings,
    idsOf(address) {
      const ids = idsOf(address);
      see(asked('ids', address, '', () => answerOfIds(ids)));
      return ids;
    },
    hasFile(address) {
      const there = hasFile(address);
      see(asked('file', address, '', () => `${there}`));
      return there;
    },
    hasPicture(address) {
      const there = hasPicture(address);
      see({ about: 'picture', href: address, base: '', answer: `${there}` });
      return there;
    },
  };
}

function answerOfIds(ids: ReadonlySet<string> | undefined): string {
  return ids ? sumOfText([...ids].sort().join('\n')) : 'none';
}

function answerOf(about: Question['about'], source: Source, checksumOf: (source: Source) => string): string {
  return about === 'schema' ? checksumOf(source) : sumOfText(source.text);
}

function absent(why: unknown): string {
  return `none ${JSON.stringify(why) ?? ''}`;
}

function keyOf({ about, href, base }: Question): string {
  return `${about}\n${href}\n${base}`;
}

/** What was asked, and what the texts that answered asked in their turn. */
function withAllBehind(
  own: ReadonlyMap<string, Question>,
  byBase: ReadonlyMap<string, ReadonlyMap<string, Question>>,
): readonly Question[] {
  const all = new Map(own);
  const waiting = [...own.values()];
  for (let question = waiting.pop(); question; question = waiting.pop()) {
    for (const [key, next] of byBase.get(question.path ?? '\n') ?? []) {
      if (!all.has(key)) waiting.push(next);
      all.set(key, next);
    }
  }
  return [...all.values()];
}
