import { alert, type RuleGroup } from './rule';

/** The pipeline itself: whether everything that should be seen is seen, and whether alerts arrive at all. */
export function generalAlerts(jobs: readonly string[]): RuleGroup {
  return {
    name: 'general',
    rules: [
      alert('Watchdog', {
        severity: 'info',
        expr: 'vector(1)',
        summary: 'Always fires, so that its absence shows a broken pipeline.',
        description:
          'Alerts travel from Prometheus to their receivers; when this one stops arriving, so do all others.',
      }),
      alert('TargetDown', {
        severity: 'warning',
        expr: '100 * (count by (job) (up == 0) / count by (job) (up)) > 10',
        for: '10m',
        summary: 'More than a tenth of the targets of a job cannot be scraped.',
        description: '{{ printf "%.4g" $value }} % of the targets of job {{ $labels.job }} are down.',
      }),
      ...jobs.map((job) =>
        alert(`${pascalCase(job)}Absent`, {
          severity: 'critical',
          expr: `absent(up{job="${job}"})`,
          for: '15m',
          summary: 'A scrape job has no target at all.',
          description: `Nothing is discovered for job ${job}: every alert that reads it is blind.`,
        }),
      ),
    ],
  };
}

function pascalCase(job: string): string {
  return job.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
