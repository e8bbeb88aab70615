/** How a book looks: little, since a reader sets type and size. */
export const BOOK_STYLE = `body { line-height: 1.5; }
h1 { font-size: 1.4em; line-height: 1.25; }
h2, h3, h4, h5, h6 { font-size: 1.1em; }
.facts { margin: 1em 0; font-size: .85em; }
.facts div { display: flex; gap: .5em; }
.facts dt { min-width: 4em; color: #666; }
.facts dd { margin: 0; }
.source { border-left: 3px solid #999; margin: 1em 0; padding-left: 1em; font-size: .85em; }
.opener, .closer { margin: 1em 0; }
.dateline, .signed, .r-right { text-align: right; }
.r-center { text-align: center; }
.letter { border: 1px solid #999; margin: 1.5em 0; padding: 0 1em; }
.pb { color: #666; font-size: .75em; }
.pb::before { content: "["; }
.pb::after { content: "]"; }
.preview, .hidden { display: none; }
.noteref a { vertical-align: super; font-size: .75em; line-height: 0; text-decoration: none; }
.notes { border-top: 1px solid #999; margin-top: 2em; font-size: .85em; }
.notes ol { list-style: none; padding: 0; }
.smallcaps { font-variant: small-caps; }
table { border-collapse: collapse; }
td, th { border: 1px solid #999; padding: .2em .5em; vertical-align: top; }
a { color: inherit; }
img { max-width: 100%; height: auto; }
.facs { margin-left: .3em; }
`;
