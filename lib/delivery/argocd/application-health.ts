import { MANAGED_BY } from '../labels';

const [[LABEL, VALUE]] = Object.entries(MANAGED_BY) as [[string, string]];

/** Key of `argocd-cm` under which the health of Applications is computed. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

/**
 * The health of an Application within another one, in Lua: Argo CD has none since 1.8, and without it sync waves do not
 * wait for Applications.
 *
 * One of ours is healthy once what it asks for now has been synced and is healthy. Its own health alone would not do:
 * an Application of namespaces and definitions counts as healthy before its first sync. Degraded is told as progressing,
 * because a wave that meets a degraded object fails the whole sync, while one that progresses waits. Applications of
 * others keep the health that they have.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app
 */
export const APPLICATION_HEALTH = `local status = obj.status or {}
local health = status.health or {}
local labels = obj.metadata.labels or {}

if labels["${LABEL}"] ~= "${VALUE}" then
  return { status = health.status or "Progressing", message = health.message or "" }
end

local function waiting(message)
  return { status = "Progressing", message = message }
end

local sync = status.sync or {}
local wanted = obj.spec.source or {}
local compared = (sync.comparedTo or {}).source or {}
for _, field in ipairs({ "repoURL", "path", "chart", "targetRevision" }) do
  if (wanted[field] or "") ~= (compared[field] or "") then
    return waiting("waiting for a look at " .. field .. " " .. (wanted[field] or ""))
  end
end

if sync.status ~= "Synced" then
  return waiting("waiting for a sync, now " .. (sync.status or "Unknown"))
end
if health.status == "Healthy" or health.status == "Suspended" then
  return { status = "Healthy", message = "" }
end
return waiting("waiting for health, now " .. (health.status or "Unknown"))
`;
