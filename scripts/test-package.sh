#!/usr/bin/env bash
# Installs the packed tarball into an empty folder outside the repository and synthesizes a small TypeScript fleet with
# it, by `bayplan synth` and by `cdk8s synth`: what a user of the package gets, without the repository around it.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm pack --silent --pack-destination "$folder" "$repository" >/dev/null
cp -r "$repository/test/package/." "$folder"
cd "$folder"
cli_version=$(node -p "require('$repository/package.json').devDependencies['cdk8s-cli']")
npm install --no-audit --no-fund --silent ./bayplan-*.tgz "cdk8s-cli@$cli_version" typescript@"$(node -p "require('$repository/package.json').devDependencies.typescript")" @types/node@20

npx tsc --noEmit --strict --module nodenext --skipLibCheck --types node main.ts
npx bayplan synth
mv dist by-bayplan
npx cdk8s synth --check-upgrade=false
diff -r by-bayplan dist
npx bayplan synth --check
test -f dist/clusters/eu/hello/deployment-hello.yaml
echo 'the packed package synthesizes by bayplan and by cdk8s, to the same bytes'
