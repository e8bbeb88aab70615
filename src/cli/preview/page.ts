/** The page of the preview: its frame, which the scripts fill; nothing of a document stands in it. */
export const PAGE: string = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>teiscribe preview</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/preview.css">
<script src="/panes.js" defer></script>
<script src="/follow.js" defer></script>
<script src="/preview.js" defer></script>
</head>
<body data-view="transcription">
<header>
<h1 id="name">Preview</h1>
<p id="state" role="status">Connecting …</p>
<button type="button" id="together" aria-pressed="true" title="Where one view is scrolled, the others follow">Scroll together</button>
<p class="keys"><kbd>F8</kbd> next finding <kbd>Shift F8</kbd> previous <kbd>Alt ↓</kbd><kbd>Alt ↑</kbd> files</p>
</header>
<p id="problems" role="alert" hidden></p>
<nav class="views" aria-label="Views">
<button type="button" data-view="files">Files</button>
<button type="button" data-view="transcription">Text</button>
<button type="button" data-view="tei">TEI</button>
<button type="button" data-view="reading">Reading</button>
<button type="button" data-view="findings">Findings <span id="many"></span></button>
</nav>
<nav class="files" aria-labelledby="files-title" data-pane="files">
<h2 id="files-title">Files</h2>
<label class="hidden" for="filter">Show only files with</label>
<input id="filter" type="search" placeholder="Filter" autocomplete="off" spellcheck="false">
<ul id="files"></ul>
</nav>
<main>
<section aria-labelledby="transcription-title" data-pane="transcription">
<h2 id="transcription-title">Transcription <span id="transcription-path"></span></h2>
<div id="transcription" class="text" role="region" tabindex="0" aria-label="Text of the transcription"></div>
</section>
<section aria-labelledby="tei-title" data-pane="tei">
<h2 id="tei-title">TEI <span id="tei-path"></span></h2>
<div id="tei" class="text" role="region" tabindex="0" aria-label="Text of the TEI"></div>
</section>
<section aria-labelledby="reading-title" data-pane="reading">
<h2 id="reading-title">Reading view <a id="reading-link" target="_blank" rel="noopener" hidden>alone</a></h2>
<iframe id="reading" title="Reading view" sandbox="allow-same-origin" src="about:blank"></iframe>
<p id="reading-note" hidden></p>
</section>
<section class="found" aria-labelledby="found-title" data-pane="findings">
<h2 id="found-title">Findings <span id="found-count"></span></h2>
<ol id="findings" role="list" tabindex="0" aria-labelledby="found-title"></ol>
</section>
</main>
<noscript><p>The preview needs JavaScript.</p></noscript>
</body>
</html>
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#7c2a1c"/><path d="M5.5 4 2.5 8l3 4M10.5 4l3 4-3 4" fill="none" stroke="#fdfcf8" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;
