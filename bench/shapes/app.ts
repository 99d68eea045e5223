import type { Scale } from './scale';

/** Facts of the cluster that an app’s objects repeat, by fact: `{ region: 'eu-west-1' }`. */
export type Settings = Readonly<Record<string, string>>;

/** One app of the benchmark on one cluster: ten objects, one of them its namespace. */
export interface App {
  /** Name of the app and of its namespace. */
  readonly name: string;
  readonly settings: Settings;
  readonly scale: Scale;
}

/** Labels that every object of the app carries, selectors apart. */
export function labelsOf({ name, settings }: App): Record<string, string> {
  return { ...selectorOf(name), 'app.kubernetes.io/part-of': 'harbour', ...factLabels(settings) };
}

/** The labels that differ between clusters. */
export function factLabels(settings: Settings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([fact, value]) => [`fleet.example.com/${fact}`, value]));
}

/** Labels that select the app’s pods. */
export function selectorOf(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'server' };
}

/** Name, namespace and labels of an app’s object; all its objects share one name. */
export function metadataOf(app: App): { name: string; namespace: string; labels: Record<string, string> } {
  return { name: app.name, namespace: app.name, labels: labelsOf(app) };
}
