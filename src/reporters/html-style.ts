/** How the page of reporter `html` looks: light or dark, as the reader has it; each pair of colours has a contrast of 4.5 or more. */

export const STYLE_SHEET: string = `
:root { --paper: #fff; --ink: #1d1d1f; --quiet: #55565a; --line: #d5d5da; --soft: #f4f4f6; --link: #0b57a4;
  --error: #b00020; --warning: #7a4f00; --info: #0b5a66; --valid: #17632a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181a; --ink: #e8e8ea; --quiet: #b4b5ba; --line: #3c3d42; --soft: #222327; --link: #8ec1ff;
    --error: #ff9aa5; --warning: #f0c060; --info: #7fd6e4; --valid: #8fd9a0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2rem; } h3 { margin-top: 2rem; font-size: 1.05rem; }
.summary { font-weight: 600; }
nav a { display: inline-block; padding: .3rem 0; margin-right: 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody th { font-weight: 400; } th p { margin: .1rem 0 0; color: var(--quiet); font-size: .875rem; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
.valid { color: var(--valid); } .invalid { color: var(--error); font-weight: 600; }
ol { list-style: none; padding: 0; }
li { margin: .75rem 0; padding: .5rem .75rem; border-left: 4px solid var(--line); background: var(--soft); }
li:target { outline: 2px solid var(--link); }
li.error { border-left-color: var(--error); } li.warning { border-left-color: var(--warning); }
li.info { border-left-color: var(--info); }
li p { margin: .2rem 0; }
.severity { font-weight: 600; } .severity.error { color: var(--error); } .severity.warning { color: var(--warning); }
.severity.info { color: var(--info); }
.where, code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
code, .note, .related, .line, footer { color: var(--quiet); }
pre { margin: .3rem 0; white-space: pre-wrap; line-height: 2.1; }
mark { position: relative; background: none; color: inherit; font-weight: 600; text-decoration: underline; }
mark::after { content: "^"; position: absolute; left: 0; top: 1.05em; line-height: 1; font-weight: 700; color: var(--error); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 40rem) { table, tbody, tr, td, th { display: block; } thead { display: none; } tr { padding: .4rem 0; }
  td, th { border: 0; padding: .1rem 0; } td.number { text-align: left; } td.number::before { content: attr(data-of) ": "; } }
@media print { details { display: none; } }
`;
