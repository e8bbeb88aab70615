/** How the pages look: a page of a book on any screen and on paper, by day and by night. */
export const STYLE: string = `:root {
  --paper: #fdfcf8; --ink: #211e1a; --soft: #5f584e; --rule: #d9d2c4; --accent: #7c2a1c; --tint: #f5f1e7; --mark: #f6e3a1;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", P052, "Source Serif 4", "Libertinus Serif", Charter, "Bitstream Charter", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181b; --ink: #e4e0d6; --soft: #aaa59a; --rule: #3a3a3c; --accent: #e3a78c; --tint: #202125; --mark: #5c4a12; }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 var(--serif); color: var(--ink); background: var(--paper); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; font-size: 1.125rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, input:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.hidden, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { display: block; padding: 0.5rem 1rem; }

header.site { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.4rem 1.6rem; padding: 0.8rem 1.5rem; border-bottom: 1px solid var(--rule); font: 0.875rem/1.4 var(--sans); }
header.site .home { font-family: var(--serif); font-size: 1rem; color: var(--ink); text-decoration: none; flex: 1 1 18rem; text-wrap: balance; }
header.site ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; list-style: none; margin: 0; padding: 0; }
header.site form { display: flex; gap: 0.3rem; }
header.site nav a { text-decoration: none; display: inline-block; padding: 0.25rem 0; }
header.site nav a:hover, header.site .home:hover { text-decoration: underline; }
header.site [aria-current] { color: var(--ink); box-shadow: 0 2px 0 var(--accent); }
input, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; padding: 0.25rem 0.55rem; }
input { width: 9rem; }
button { cursor: pointer; }
input::placeholder { color: var(--soft); opacity: 1; }
footer.site { margin-top: 4rem; padding: 1rem 1.5rem; border-top: 1px solid var(--rule); font: 0.8125rem/1.4 var(--sans); color: var(--soft); }
footer.site p { margin: 0 0 0.2rem; }

main { position: relative; max-width: 38rem; margin: 0 auto; padding: 2.5rem 1.5rem 0; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.3; text-wrap: balance; margin: 2.2em 0 0.7em; }
h1 { font-size: 1.75rem; margin: 0 0 0.8rem; }
h2 { font-size: 1.25rem; }
h3, h4, h5, h6 { font-size: 1.0625rem; }
p, .p { margin: 0 0 0.9em; hanging-punctuation: first; }
.way { display: flex; justify-content: space-between; gap: 1rem; margin: -1rem 0 1.6rem; font: 0.8125rem/1.5 var(--sans); color: var(--soft); }
.way a { display: inline-block; padding: 0.15rem 0; }
.way ol { display: flex; flex-wrap: wrap; gap: 0 0.5rem; list-style: none; margin: 0; padding: 0; }
.way li + li::before { content: "/"; margin-right: 0.5rem; color: var(--soft); }
.way p { margin: 0; white-space: nowrap; }
.way p a { display: inline-block; padding: 0 0.4rem; font-size: 1rem; line-height: 1.2; }
.way a { color: var(--soft); text-decoration: none; }
.way a:hover { color: var(--accent); text-decoration: underline; }
.document h1 .number { font-weight: 400; color: var(--soft); }
.document h1 a { color: inherit; text-decoration-color: var(--rule); }
.facts { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; margin: 0 0 1.6rem; font: 0.8125rem/1.5 var(--sans); color: var(--soft); }
.facts div { display: flex; gap: 0.45rem; }
.facts dt::after { content: ":"; }
.facts dd { margin: 0; color: var(--ink); }
.source { margin: 0 0 2rem; padding: 0.7rem 1rem; background: var(--tint); border-inline-start: 3px solid var(--rule); font-size: 0.9375rem; line-height: 1.5; }
.source > :last-child { margin-bottom: 0; }
.text { font-variant-numeric: oldstyle-nums; }
.text > section:first-child > :first-child { margin-top: 0; }

a.person { color: inherit; text-decoration: underline 1px var(--rule); padding-block: 0.15em; }
a.term { color: inherit; text-decoration: underline dotted 1px var(--soft); padding-block: 0.15em; }
a.person:hover, a.term:hover { color: var(--accent); text-decoration-color: currentColor; }
.smallcaps { font-variant-caps: small-caps; }
.roman { font-style: normal; }
.unclear { border-bottom: 1px dotted var(--soft); }
.choice { border-bottom: 1px dashed var(--rule); }
.gap, .picture { color: var(--soft); }
ins { text-decoration: none; }
.r-right { text-align: right; }
.dateline, .signed { text-align: end; }
.signed, .dateline { margin-inline-start: 20%; }
.opener, .closer, .salute, .dateline, .signed { margin-bottom: 0.9em; }
.opener > :last-child, .closer > :last-child { margin-bottom: 0; }
.salute { text-align: start; }
.r-center { text-align: center; }
.r-flushleft { text-align: left; }
.r-hanging { padding-left: 1.5em; text-indent: -1.5em; }
.r-sectiontitleital { font-style: italic; }
.heading { font-weight: 600; margin-bottom: 0.3em; }
blockquote { margin: 1em 0; margin-inline-start: 1.5rem; padding: 0; }
.letter { margin: 1.4rem 0; padding: 1.2rem 1.5rem 0.6rem; background: var(--tint); border: 1px solid var(--rule); }
.attachment { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.titlePage { text-align: center; }
.titlePart { font-size: 1.25rem; margin-bottom: 0.4em; }
.byline { margin: 0.9em 0; }
.epigraph { margin: 1.4em 0 1.4em 30%; font-size: 0.9375rem; }
.lg { margin: 1.1em 0; }
.l { position: relative; }
.l[data-n]::after { content: attr(data-n); position: absolute; right: 0; color: var(--soft); font: 0.75rem/2.3 var(--sans); text-indent: 0; }
.sp { margin: 1.1em 0; }
.speaker { font-variant-caps: small-caps; font-weight: 600; letter-spacing: 0.03em; }
.stage { font-style: italic; color: var(--soft); }
div.stage { margin: 0.9em 0; }
.castItem, .addrLine, .line { margin: 0; }
.castList, .castGroup, .set, .titlePage, .address { margin: 0 0 1.4em; }
.docImprint { margin-top: 1.2em; }
.figure { margin: 1.6em 0; text-align: center; }
.figDesc, .figure .heading, .figure :is(h2, h3, h4, h5, h6) { font-size: 0.9375rem; color: var(--soft); margin: 0.3em 0; }
.eg, .eg-egXML, .code { font: 0.875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--tint); }
div.eg, div.eg-egXML { padding: 0.7rem 1rem; margin: 0.9em 0; white-space: pre-wrap; }
rt { font-size: 0.6em; }
.l { padding: 0 2.2rem 0 1.5em; text-indent: -1.5em; margin: 0; }
ul, ol { padding: 0; padding-inline-start: 1.4rem; margin: 0 0 0.9em; }
.list-participants, .list-subject, .list-to, .list-from { list-style: none; padding-left: 0; }
.list-names, .list-terms, .list-index, .list-toc, .list-sources { list-style: none; padding-left: 1.4rem; text-indent: -1.4rem; }
.list-subject + .list-participants { margin-top: 0.6em; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5em 1.4rem; }
.table { overflow-x: auto; margin: 1.2em 0; }
table { border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.9rem 0.25rem 0; border-bottom: 1px solid var(--rule); }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; }
td time, .count { font-variant-numeric: tabular-nums; white-space: nowrap; }
th.count, td.count { text-align: right; }
.records { width: 100%; margin-top: 2rem; }
.records a, .records td { overflow-wrap: anywhere; }
.records :is(time, .count) { overflow-wrap: normal; }

.pb a { position: absolute; left: -3.2rem; width: 3rem; text-align: right; font: 0.75rem/1.9rem var(--sans); color: var(--soft); text-decoration: none; }
img { max-width: 100%; height: auto; vertical-align: bottom; }
.figure img { display: block; margin: 0 auto 0.6rem; }
.pb .facs { margin-top: 1.05rem; font-size: 0.6875rem; }
.pb::before { content: "|"; color: var(--accent); font: 0.8em var(--sans); margin: 0 0.12em; opacity: 0.75; }
.between { height: 0; }
.between .pb::before { content: none; }
.pb a:hover, .pb:target a { color: var(--accent); text-decoration: underline; }
:target { scroll-margin-top: 4rem; }
li:target, .entry:target, .source:target { background: var(--tint); box-shadow: 0 0 0 0.4rem var(--tint); }

.noteref { white-space: nowrap; }
.noteref > a { font: 600 0.6875rem/1 var(--sans); vertical-align: 0.5em; padding: 0.5em 0.8em; margin: 0 -0.45em; text-decoration: none; }
.signed .noteref + .noteref > a { margin-left: 0.45em; }
.noteref > a:hover { text-decoration: underline; }
.preview { display: none; }
@media (hover: hover) and (min-width: 48rem) {
  .noteref:hover > .preview, .noteref > a:focus-visible + .preview { display: block; position: absolute; z-index: 2; left: 1.5rem; right: 1.5rem; margin-top: 1.8em; max-height: 16rem; overflow: hidden; padding: 0.7rem 0.9rem; background: var(--paper); border: 1px solid var(--rule); box-shadow: 0 6px 24px rgb(0 0 0 / 0.16); font: 0.875rem/1.45 var(--serif); text-align: left; text-indent: 0; white-space: normal; color: var(--ink); }
}
.notes { margin-top: 3rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; line-height: 1.5; }
.notes h2 { font: 600 0.8125rem var(--sans); letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); margin: 1rem 0; }
.notes ol { list-style: none; padding: 0; }
.notes li { display: grid; grid-template-columns: 2.2rem 1fr; margin-bottom: 0.6rem; }
.notes .back { font: 600 0.75rem/1.9 var(--sans); text-decoration: none; }
.notes li > div { min-width: 0; }
.notes li > span { position: absolute; }
.notes .pb a { position: static; }
.tei { margin-top: 2.5rem; font: 0.875rem var(--sans); }
pre { overflow-x: auto; padding: 1rem; background: var(--tint); font-size: 0.8125rem; line-height: 1.45; white-space: pre-wrap; }
.neighbours { display: flex; gap: 2rem; justify-content: space-between; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; line-height: 1.4; }
.neighbours a { flex: 0 1 18rem; text-decoration: none; }
.neighbours a:hover { text-decoration: underline; }
.neighbours a[rel="next"] { text-align: right; margin-left: auto; }
.neighbours span { display: block; font: 0.75rem var(--sans); color: var(--soft); }

header.title { margin: 1rem 0 2.5rem; text-align: center; }
header.title h1 { font-size: 1.875rem; }
@media (min-width: 60rem) { header.title { margin-left: -6rem; margin-right: -6rem; } }
.letters { margin: 0 0 1.2rem; font: 0.875rem/1.4 var(--sans); }
.letters ul { display: flex; flex-wrap: wrap; gap: 0.2rem; list-style: none; margin: 0; padding: 0; }
.letters a { display: block; min-width: 1.9rem; padding: 0.25rem 0.3rem; text-align: center; text-decoration: none; border-radius: 3px; }
.letters a:hover { background: var(--tint); text-decoration: underline; }
header.title p { margin: 0 0 0.2rem; color: var(--soft); }
.contents ol { list-style: none; padding: 0; }
.contents li, .results li { display: grid; grid-template-columns: 2.6rem 1fr auto; gap: 0 0.8rem; padding: 0.35rem 0; border-bottom: 1px solid var(--rule); line-height: 1.4; }
.results li { grid-template-columns: 1fr auto; }
.results .title { color: var(--accent); }
.results .excerpt { grid-column: 1 / -1; color: var(--soft); font-size: 0.9375rem; line-height: 1.5; }
mark { background: var(--mark); color: var(--ink); border-radius: 2px; padding: 0 0.1em; }
.results { list-style: none; padding: 0; }
.contents a, .results a { color: inherit; text-decoration: none; }
.contents a:hover, .results a:hover { color: var(--accent); text-decoration: underline; }
.contents .number { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
.contents time, .results time { font: 0.8125rem/1.9 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.contents h2 { margin-top: 2.4rem; }
.entries { margin: 0; }
.entry { padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
.entry dd { margin: 0; font-size: 0.9375rem; line-height: 1.5; }
.entry .where { margin: 0.2rem 0 0; font: 0.8125rem/1.6 var(--sans); color: var(--soft); }
.picture-wide { margin: 1.5rem 0; }
svg { display: block; width: 100%; height: auto; font: 12px var(--sans); }
svg line { stroke: var(--soft); stroke-width: 1; }
svg text { fill: var(--ink); text-anchor: middle; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg circle { fill: var(--accent); }
.timeline a:hover circle, .network circle:hover { fill: var(--ink); }
.network path { fill: none; stroke: var(--soft); stroke-opacity: 0.4; }
.network marker path { fill: var(--soft); stroke: none; }
.records a { text-decoration-color: var(--rule); }
.network circle { stroke: var(--paper); stroke-width: 1.5; }
@media (min-width: 68rem) { .picture-wide { margin-left: -12rem; margin-right: -12rem; } }

@media (min-width: 52.01rem) {
  .document h1 { position: relative; }
  .document h1 > .number { position: absolute; right: calc(100% + 0.9rem); white-space: nowrap; }
}
@media (max-width: 52rem) {
  .way { margin-top: -0.4rem; }
  main { padding: 1.5rem 1.1rem 0; }
  header.site { padding: 0.7rem 1.1rem; }
  .pb a { position: static; font: 0.75rem var(--sans); margin-right: 0.25em; }
  .between { height: auto; margin-bottom: 0.5rem; text-align: right; }
  .between .hidden { position: static; clip-path: none; }
  .letter { padding: 0.9rem 1rem 0.4rem; }
  h1 { font-size: 1.4rem; }
  header.title h1 { font-size: 1.6rem; }
  body { font-size: 1.0625rem; }
}
@media (max-width: 30rem) {
  .contents li { grid-template-columns: 1.8rem 1fr; }
  .contents time { grid-column: 2; }
  .neighbours { flex-direction: column; gap: 0.8rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --accent: #000; --tint: #fff; --mark: #eee; }
  header.site, footer.site, .neighbours, .way, .letters, .tei, .skip { display: none; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0 0 0 3rem; }
  a { color: inherit; text-decoration: none; }
  .pb a { position: absolute; left: 0; width: 2.3rem; }
  h1, h2, h3, .heading { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .letter, .source { border-width: 0 0 0 1pt; padding: 0 0 0 1em; }
  .notes li, .entry, tr { break-inside: avoid; }
  .pb a, .noteref > a { color: #000; }
}
`;
