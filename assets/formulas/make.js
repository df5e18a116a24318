// Draws formulas.json as SVG: npm install mathjax-full, then NODE_PATH=node_modules node make.js FOLDER. \p{id}{...} marks the term of a
// parameter: it becomes a group with the id "id.1", "id.2", ..., which lights up with its slider.
const {mathjax} = require('mathjax-full/js/mathjax.js');
const {TeX} = require('mathjax-full/js/input/tex.js');
const {SVG} = require('mathjax-full/js/output/svg.js');
const {liteAdaptor} = require('mathjax-full/js/adaptors/liteAdaptor.js');
const {RegisterHTMLHandler} = require('mathjax-full/js/handlers/html.js');
require('mathjax-full/js/util/entities/all.js');
const {AllPackages} = require('mathjax-full/js/input/tex/AllPackages.js');
const fs = require('fs'), path = require('path');
const adaptor = liteAdaptor(); RegisterHTMLHandler(adaptor);
const doc = mathjax.document('', {InputJax: new TeX({packages: AllPackages.filter(p => p != 'bussproofs')}), OutputJax: new SVG({fontCache: 'none'})});
const root = process.argv[2];
const all = JSON.parse(fs.readFileSync(path.join(root, 'formulas.json')));
for (const [name, f] of Object.entries(all)) {
  let seen = {};
  const tex = f.tex.replace(/\\p\{(\w+)\}/g, (m, id) => { seen[id] = (seen[id] || 0) + 1; return `\\cssId{${id}.${seen[id]}}`; });
  const node = doc.convert(tex, {display: true, em: 16, ex: 8, containerWidth: 1e6});
  let svg = adaptor.innerHTML(node);
  if (/merror|data-mjx-error/.test(svg)) throw name + ' ' + svg.slice(0, 400);
  const box = svg.match(/viewBox="([^"]+)"/)[1].split(' ').map(Number);
  svg = svg.replace(/^<svg[^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" width="${(box[2] / 1000 * 100).toFixed(1)}" height="${(box[3] / 1000 * 100).toFixed(1)}" viewBox="${box.join(' ')}"><title>${f.says}</title>`);
  svg = svg.replace(/ data-(mml-node|c|mjx-texclass|latex|variant)="[^"]*"/g, '').replace(/ class="[^"]*"/g, '');
  if (/<svg/.test(svg.slice(5))) console.log('nested svg in', name);
  const out = path.join(root, name + '.svg'); fs.mkdirSync(path.dirname(out), {recursive: true});
  fs.writeFileSync(out, svg + '\n');
}
console.log(Object.keys(all).length);
