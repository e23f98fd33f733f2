import type { Ask } from '#test/properties/ask';
import { askOfArchive } from '#test/properties/ask-archive';
import { askOfAssessment } from '#test/properties/ask-assessment';
import { askOfCase } from '#test/properties/ask-case';
import { askOfComplaint } from '#test/properties/ask-complaint';
import { askOfCredential } from '#test/properties/ask-credential';
import { askOfDaily } from '#test/properties/ask-daily';
import { askOfFoundation } from '#test/properties/ask-foundation';
import { askOfOversight } from '#test/properties/ask-oversight';
import { askOfReporter } from '#test/properties/ask-reporter';
import { askOfSanction } from '#test/properties/ask-sanction';
import { askOfSession } from '#test/properties/ask-session';
import { askOfTraining } from '#test/properties/ask-training';
import { askOfWebhook } from '#test/properties/ask-webhook';
import type { Subject } from '#test/properties/script';
import type { Scene } from '#test/properties/states';

/** What is asked about each subject, as things stand and as the dice fall. */
export const ASKS: Readonly<Record<Subject, (scene: Scene, dice: number, isNatural: boolean) => Ask>> = {
  CASE: askOfCase,
  CREDENTIAL: askOfCredential,
  COMPLAINT: (scene, dice, isNatural) => (dice % 11 === 0 ? askOfReporter(scene, Math.floor(dice / 11), isNatural) : askOfComplaint(scene, dice, isNatural)),
  FOUNDATION: (scene, dice) => (dice % 11 === 0 ? askOfWebhook(scene, Math.floor(dice / 11)) : askOfFoundation(scene, dice)),
  TRAINING: askOfTraining,
  SANCTION: askOfSanction,
  SESSION: askOfSession,
  ASSESSMENT: askOfAssessment,
  DAILY: askOfDaily,
  OVERSIGHT: askOfOversight,
  ARCHIVE: askOfArchive,
};
