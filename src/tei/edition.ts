/** What the settings (`edition.json`) say of the edition that a document belongs to; what is not set is not invented. */
import type { LetterManner, Repository, Series } from '../document/index.js';
import type { DateManner } from './date-manner.js';

export interface Editor {
  readonly name: string;
  readonly email?: string;
}

export interface Licence {
  readonly name: string;
  readonly url: string;
}

export interface Edition {
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: Licence;
  readonly editors?: readonly Editor[];
  readonly url?: string;
  /** BCP 47, such as `en`; detected from the words where it is not set. */
  readonly language?: string;
  /** Date of the encoding, `YYYY-MM-DD`, for `revisionDesc`; never taken from the clock. */
  readonly date?: string;
  /** How dates are set out, where it is not as the encoding does it. */
  readonly dates?: Partial<DateManner>;
  /** How letters are encoded, where editions differ. */
  readonly letters?: LetterManner;
  /** Repositories beside the built-in table. */
  readonly repositories?: readonly Repository[];
  /** Series of volumes beside the built-in table. */
  readonly series?: readonly Series[];
  /** Id of the volume, such as `frus1958-60v17`: `vol. III` beside it is of the same years. */
  readonly volume?: string;
}
