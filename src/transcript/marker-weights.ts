/** What each piece of evidence for a note marker weighs (log odds), and each step from one marker to the next. */
import type { StepWeights } from './pairing.js';

export interface MarkerWeights {
  readonly evidence: Readonly<Record<string, number>>;
  readonly steps: StepWeights;
}

export const stepWeights: StepWeights = {
  start: { same: -0.3, zero: -1.4, next: -5.6, other: -8, sign: -7 },
  step: -0.01,
  repeat: -5.5,
  skip: -6.5,
  jump: -9,
  sign: -6,
  missing: -11,
  missingMore: -3,
};

export const markerWeights: MarkerWeights = {
  steps: stepWeights,
  evidence: {
    'before word.': 1.5,
    'before word': 2,
    'before aaa': 0,
    'before closing quote': 2,
    'before word,': 1.5,
    'before )': 1.5,
    'before ]': 1.5,
    'before digit': -3,
    'split leaves year': 3,
    'split of year': -5,
    'split after month': 3,
    'before start': -6,
    'before line start': -6,
    'before word space': -2,
    'before month space': -8,
    'before numbered word space': -6,
    'before numbered word. space': -8,
    'before -': -6,
    'before dash': -6,
    'before /': -6,
    'before currency': -8,
    'before (': -8,
    'after decimal': -8,
    'after ordinal': -8,
    'after lower': -6,
    'after upper': -5,
    'after dash': -4,
    'after -': -5,
    'after /': -5,
    'after %': -8,
    'after space month': -5,
    'after space counted': -3,
    'after end': 1,
    'ends paragraph 1': 4,
    'source note ends paragraph 1': 3,
    'source note in text': -3,
  },
};
