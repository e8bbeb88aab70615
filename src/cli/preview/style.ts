/** How the page of the preview looks: three columns and the findings below, one at a time on a phone, by day and by night. */
export const STYLE: string = `:root {
  --paper: #fdfcf8; --ink: #211e1a; --soft: #625b51; --rule: #ddd6c8; --accent: #7c2a1c; --tint: #f4f0e6; --chosen: #ece4d3;
  --error: #a3190f; --warning: #7d5300; --info: #2a5a86; --error-tint: #fbe6e2; --warning-tint: #fbf0d2; --info-tint: #e6eff7;
  --tag: #1c5a6e; --name: #6b4a00; --value: #3d6420; --comment: #6d665c;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", "Libertinus Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #e4e0d6; --soft: #aaa59a; --rule: #37373a; --accent: #e3a78c; --tint: #1f2024; --chosen: #302d2a;
    --error: #ff9d8f; --warning: #e6bf6a; --info: #93c1ea; --error-tint: #3d211e; --warning-tint: #382d15; --info-tint: #1d2c3a;
    --tag: #86c5d8; --name: #d6b26a; --value: #a9cc87; --comment: #a09a8f;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body { margin: 0; display: grid; grid-template: auto auto 1fr / 15rem 1fr; font: 0.875rem/1.45 var(--sans); color: var(--ink); background: var(--paper); }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 1.2rem; padding: 0.55rem 1rem; border-bottom: 1px solid var(--rule); }
h1 { margin: 0; font: 600 1.0625rem/1.3 var(--serif); overflow-wrap: anywhere; }
header p { margin: 0; color: var(--soft); }
#together { padding: 0.1rem 0.6rem; border: 1px solid var(--soft); border-radius: 3px; color: var(--soft); }
#together[aria-pressed="true"] { color: var(--ink); background: var(--chosen); border-color: var(--accent); }
.keys { margin-left: auto; font-size: 0.8125rem; }
kbd { font: 0.75rem var(--sans); padding: 0.05rem 0.35rem; border: 1px solid var(--rule); border-radius: 3px; background: var(--tint); margin-left: 0.5rem; }
#problems { grid-column: 1 / -1; margin: 0; padding: 0.5rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.8125rem/1.5 var(--mono); color: var(--error); background: var(--error-tint); }
.views { display: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h2 { margin: 0; padding: 0.4rem 0.8rem; font: 600 0.75rem/1.5 var(--sans); letter-spacing: 0.05em; text-transform: uppercase; color: var(--soft); border-bottom: 1px solid var(--rule); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
h2 span, h2 a { font-weight: 400; letter-spacing: 0; text-transform: none; color: var(--soft); margin-left: 0.4rem; }
button, input { font: inherit; color: inherit; background: none; border: 0; }
button { cursor: pointer; text-align: left; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }

.files { grid-row: 3; display: flex; flex-direction: column; min-height: 0; border-right: 1px solid var(--rule); background: var(--tint); }
#filter { margin: 0.5rem 0.6rem; padding: 0.3rem 0.5rem; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
#filter::placeholder { color: var(--soft); opacity: 1; }
#files, #findings { list-style: none; margin: 0; padding: 0; overflow: auto; flex: 1; }
#files button { display: flex; gap: 0.5rem; width: 100%; min-height: 1.9rem; padding: 0.3rem 0.8rem; align-items: baseline; }
#files button:hover, #findings button:hover { background: var(--chosen); }
#files [aria-current] { background: var(--chosen); box-shadow: inset 3px 0 var(--accent); }
#files .path { flex: 1; overflow-wrap: anywhere; }
#files .folder { padding: 0.6rem 0.8rem 0.15rem; font-size: 0.75rem; color: var(--soft); overflow-wrap: anywhere; }
.counts { white-space: nowrap; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.counts span + span { margin-left: 0.4rem; }
.fine { color: var(--soft); }
.empty { padding: 0.6rem 0.8rem; color: var(--soft); }

main { grid-row: 3; min-width: 0; min-height: 0; display: grid; grid-template: minmax(0, 1fr) minmax(0, auto) / repeat(3, minmax(0, 1fr)); }
section { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
section + section { border-left: 1px solid var(--rule); }
section.found { grid-column: 1 / -1; max-height: 30vh; border-left: 0; border-top: 1px solid var(--rule); }
.text { flex: 1; overflow: auto; padding: 0.5rem 0 3rem; font: 0.8125rem/1.6 var(--mono); }
#transcription { font: 0.9375rem/1.6 var(--serif); }
.lines { content-visibility: auto; contain-intrinsic-size: auto 100rem; }
.line { display: grid; grid-template-columns: 1.5rem 2.6rem minmax(0, 1fr); min-height: 1.6em; padding-right: 0.8rem; }
.line::before { content: attr(data-n); grid-column: 2; grid-row: 1; text-align: right; padding-right: 0.8rem; color: var(--soft); font: 0.75rem/1.7 var(--mono); font-variant-numeric: tabular-nums; user-select: none; }
#transcription .line::before { line-height: 2; }
.line > span { grid-column: 3; grid-row: 1; white-space: pre-wrap; overflow-wrap: anywhere; }
.line > button { grid-column: 1; grid-row: 1; align-self: start; width: 1.5rem; height: 1.5rem; padding: 0; text-align: center; font: 0.8125rem/1.5rem var(--sans); }
.line.has-error { background: var(--error-tint); } .line.has-warning { background: var(--warning-tint); } .line.has-info { background: var(--info-tint); }
.line.chosen { box-shadow: inset 3px 0 var(--accent); }
.note { margin: 0; padding: 0.1rem 0.8rem; font: 0.875rem/1.45 var(--sans); color: var(--soft); }
::highlight(tei-tag) { color: var(--tag); }
::highlight(tei-name) { color: var(--name); }
::highlight(tei-value) { color: var(--value); }
::highlight(tei-comment) { color: var(--comment); }
::highlight(place-error) { text-decoration: underline wavy var(--error); }
::highlight(place-warning) { text-decoration: underline wavy var(--warning); }
::highlight(place-info) { text-decoration: underline dotted var(--info); }
iframe { flex: 1; width: 100%; border: 0; background: var(--paper); }
#reading-note { margin: 0; padding: 0.6rem 0.8rem; color: var(--soft); }

#findings li { border-bottom: 1px solid var(--rule); }
#findings li:last-child { border: 0; }
.finding { display: grid; grid-template-columns: 1.3rem 4.6rem minmax(0, 1fr) auto; gap: 0 0.5rem; width: 100%; padding: 0.35rem 0.8rem; align-items: baseline; }
.finding .where { color: var(--soft); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.finding .what { overflow-wrap: anywhere; }
.finding .advice { display: block; color: var(--soft); font-size: 0.8125rem; }
.finding code { font: 0.75rem var(--mono); color: var(--soft); }
#findings [aria-current] { background: var(--chosen); box-shadow: inset 3px 0 var(--accent); }

@media (max-width: 60rem) {
  body { grid-template: auto auto auto 1fr / minmax(0, 1fr); }
  .keys, #together { display: none; }
  .views { grid-row: 3; display: flex; overflow-x: auto; border-bottom: 1px solid var(--rule); background: var(--tint); }
  .views button { flex: 1 0 auto; padding: 0.6rem 0.55rem; text-align: center; color: var(--soft); border-bottom: 2px solid transparent; }
  .views [aria-pressed="true"] { color: var(--ink); border-bottom-color: var(--accent); }
  .files, main { grid-row: 4; border: 0; }
  main { display: flex; flex-direction: column; }
  main section, main section.found { flex: 1; max-height: none; border: 0; }
  body[data-view="files"] main { grid-row: 5; }
  #problems { max-height: 20vh; overflow: auto; }
  body:not([data-view="files"]) [data-pane="files"], 
  body:not([data-view="transcription"]) [data-pane="transcription"], body:not([data-view="tei"]) [data-pane="tei"],
  body:not([data-view="reading"]) [data-pane="reading"], body:not([data-view="findings"]) [data-pane="findings"] { display: none; }
  #files button { min-height: 2.75rem; align-items: center; }
  .finding { grid-template-columns: 1.3rem minmax(0, 1fr) auto; padding: 0.6rem 0.8rem; }
  .finding .what, .finding code { grid-column: 2 / -1; }
  .line { grid-template-columns: 1.5rem 2.1rem minmax(0, 1fr); }
  .line::before { padding-right: 0.5rem; }
}
@media (prefers-reduced-motion: no-preference) { .line.chosen { animation: chosen 1s ease-out; } @keyframes chosen { from { box-shadow: inset 100vw 0 var(--chosen); } } }
`;
