/** A transcription -> the conventions that it follows, put together from what is seen of each, and why it is thought so. */
import type { Source } from '../source/index.js';
import type { Conventions } from '../transcript/index.js';
import { composeProfile, countDiffering } from './compose-profile.js';
import { detectNotes } from './detect-notes.js';
import { detectPageBreaks } from './detect-page-breaks.js';
import { frusWeb } from './frus-web.js';
import { plain } from './plain.js';
import { profiles } from './registry.js';

export interface DetectedProfile {
  readonly profile: Conventions;
  /** One line, lower case: what speaks for it. */
  readonly reason: string;
}

const FRUS_HEAD =
  /^\s*(?:No\. )?[0-9]{1,4}[A-Za-z]?\. +\p{Lu}.*\b(?:From|to|of|Note|by|Prepared|Conversation|Paper|Report)\b/u;
const SOURCE_NOTE = /(?:^|[\r\n])[ \t]{0,4}\[?\^?[0-9*]+[\].:]+[ \t]+Source: /;

/**
 * In: a source. Out: the profile that `--profile auto` takes: the built-in one that differs least from the page breaks,
 * markers and entries that are seen, with these in place of its own.
 */
export function detectProfile(source: Source): DetectedProfile {
  const pages = detectPageBreaks(source);
  const notes = detectNotes(source, { ...plain, pageBreak: pages?.form ?? plain.pageBreak });
  const seen = {
    ...(pages && { pageBreak: pages.form }),
    ...(notes && { marker: notes.marker, noteLabel: notes.noteLabel }),
  };
  const ofFrus: string[] = [];
  if (FRUS_HEAD.test(source.text.slice(0, 400))) ofFrus.push('a numbered head');
  if (SOURCE_NOTE.test(source.text)) ofFrus.push('a source note in a list of notes');
  const isFrus = ofFrus.length > 0 || pages?.form === frusWeb.pageBreak;
  const base = nearestProfile(isFrus ? frusWeb : plain, seen);
  const reasons = [...(pages ? [pages.reason] : []), ...(notes?.reasons ?? []), ...ofFrus];
  return {
    profile: composeProfile({ ...seen, name: base.name }),
    reason: reasons.length > 0 ? reasons.join(', ') : 'no marks of any other profile',
  };
}

/** The one that differs least; of two, the one that was likely at first. */
function nearestProfile(likely: Conventions, seen: Parameters<typeof countDiffering>[1]): Conventions {
  let nearest = likely;
  for (const profile of profiles) {
    if (countDiffering(profile, seen) < countDiffering(nearest, seen)) nearest = profile;
  }
  return nearest;
}
