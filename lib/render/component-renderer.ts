import type { Finding } from '../core/finding';
import type { Cluster } from '../facts/cluster';
import type { Component } from './component';
import { type CodeFolders, type Rendering, renderComponent } from './render-component';
import type { RenderedComponent } from './rendered-component';
import { type AnsweredRead, answer, type FactRead, sameQuestion, trackFacts } from './tracked-facts';

/** One component on one cluster, with what was found while it rendered. */
export interface RenderResult {
  readonly rendered: RenderedComponent;
  readonly findings: readonly Finding[];
}

export interface RendererOptions extends CodeFolders {
  /** Whether clusters that answer a component’s questions alike share one rendering; off, the bytes are the same. */
  readonly share: boolean;
}

/**
 * A node of the decision tree of a component.
 *
 * A deterministic function asks the same first question each time, and, given that answer, the same next one. So the
 * questions form a tree, and clusters that take the same way through it get the same objects. Plain data, so that a cache
 * can outlive the run.
 */
interface Way {
  question?: FactRead;
  readonly branches: Map<string, Way>;
  rendering?: Rendering;
}

/**
 * Makes the renderer of one component for all clusters of a run.
 *
 * Cost: one rendering for each distinct way through the facts, one answer for each question on the way otherwise. A way
 * that asks for the cluster’s name is no other cluster’s, so its rendering is not kept: a run need not hold a fleet.
 */
export function componentRenderer(component: Component, options: RendererOptions): (cluster: Cluster) => RenderResult {
  const root = newWay();
  const render = (cluster: Cluster): Rendering => {
    const way = options.share ? follow(root, cluster) : undefined;
    if (way?.rendering) return way.rendering;
    const { view, reads } = trackFacts(cluster);
    const rendering = renderComponent(component, view, options);
    if (!options.share) return rendering;
    return remember(root, reads, rendering) ?? impure(component, rendering);
  };
  return (cluster) => {
    const { findings, ...result } = render(cluster);
    const located = findings.map((finding) => ({ cluster: cluster.name, component: component.name, ...finding }));
    return { rendered: { component, ...result }, findings: located };
  };
}

/** Its answer is another for each cluster. */
const NAME: FactRead = { question: 'value', path: ['name'] };

function newWay(): Way {
  return { branches: new Map() };
}

/** Walks the tree as far as the cluster’s answers lead. */
function follow(root: Way, cluster: Cluster): Way | undefined {
  let way: Way | undefined = root;
  while (way?.question) way = way.branches.get(answer(cluster, way.question));
  return way;
}

/**
 * Adds a new way, as far as other clusters can take it; `undefined` when the component asked something else than it asked
 * before after the same answers.
 */
function remember(root: Way, reads: readonly AnsweredRead[], rendering: Rendering): Rendering | undefined {
  let way = root;
  for (const read of reads) {
    if (way.rendering || (way.question && !sameQuestion(way.question, read))) return undefined;
    way.question ??= { question: read.question, path: read.path };
    if (sameQuestion(read, NAME)) return rendering;
    const next = way.branches.get(read.answer) ?? newWay();
    way.branches.set(read.answer, next);
    way = next;
  }
  if (way.question) return undefined;
  way.rendering = rendering;
  return rendering;
}

function impure(component: Component, rendering: Rendering): Rendering {
  const finding: Finding = {
    check: 'impure-component',
    severity: 'error',
    path: component.name,
    message: 'given the same facts, the component asked for different ones',
    fix: 'let render depend on the facts of the cluster alone: no clock, environment, random numbers or state kept between calls',
  };
  return { ...rendering, findings: [...rendering.findings, finding] };
}
