import { accepted } from './accepted';
import type { Case } from './case';
import { claimsBind } from './claims-bind';
import { cronJobsRun } from './cron-jobs-run';
import { disruptionsAllowed } from './disruptions-allowed';
import { noWarning } from './no-warning';
import { podSecurity } from './pod-security';
import { runsAtMaximum } from './runs-at-maximum';
import { runsAtMinimum } from './runs-at-minimum';
import { secondApply } from './second-apply';
import { storedAsWritten } from './stored-as-written';

/** Every case, in the order in which a cluster goes through them. */
export const CASES: readonly Case[] = [
  accepted,
  noWarning,
  storedAsWritten,
  runsAtMinimum,
  cronJobsRun,
  claimsBind,
  disruptionsAllowed,
  secondApply,
  runsAtMaximum,
  podSecurity,
];
