import type { Finding } from '../../core/finding';
import type { Component, HelmChart } from '../../render/component';

/** An exact version as Helm wants it: no range, no `latest`. */
const EXACT = /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

/** What is added to a release’s name fits into 63 characters. @see https://helm.sh/docs/chart_template_guide/getting_started/ */
const LONGEST_RELEASE = 53;

/** What makes a chart that no engine could install, or not the same one every time. */
export function chartProblems(component: Component, chart: HelmChart): readonly Pick<Finding, 'message' | 'fix'>[] {
  const { name, namespace } = component;
  const problems: Pick<Finding, 'message' | 'fix'>[] = [];
  if (!namespace) {
    problems.push({
      message: `${name} names no namespace that its chart would be installed in`,
      fix: `name one that a rendered component owns: namespace: '${name}'`,
    });
  }
  if (!EXACT.test(chart.version)) {
    problems.push({
      message: `${name} asks for version ${JSON.stringify(chart.version)} of ${chart.chart}; exact versions only are allowed`,
      fix: 'pin one version, such as v1.21.2',
    });
  }
  if (!/^(https|oci):\/\/[^\s/]/.test(chart.repository)) {
    problems.push({
      message: `${name} takes its chart from ${JSON.stringify(chart.repository)}; https:// and oci:// are allowed`,
      fix: 'write the address of a Helm repository or of a registry',
    });
  }
  const release = chart.releaseName ?? name;
  if (release.length > LONGEST_RELEASE) {
    problems.push({
      message: `${name} names its release "${release}", ${release.length} characters; Helm allows ${LONGEST_RELEASE}`,
      fix: 'give a shorter releaseName',
    });
  }
  return problems;
}
