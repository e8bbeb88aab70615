/** The styles of the file: what a reader can change in Word at one place. */
import type { IStylesOptions } from 'docx';

export const FONT = 'Cambria';
const GREY = '595959';

/** Where the rule is left out, LibreOffice takes the height for a fixed one, and cuts off pictures. */
const AUTO = 'auto' as const;
const LINES = { line: 276, lineRule: AUTO };

/** In: the language of the words. */
export function stylesOf(language: string): IStylesOptions {
  const heading = (size: number) => ({
    run: { font: FONT, size, bold: true, color: '1F1F1F' },
    paragraph: { spacing: { before: 320, after: 140, ...LINES }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: language } },
        paragraph: { spacing: { after: 140, ...LINES } },
      },
      title: { run: { font: FONT, size: 40, bold: true }, paragraph: { spacing: { after: 320, ...LINES } } },
      heading1: heading(32),
      heading2: heading(28),
      heading3: heading(25),
      heading4: heading(23),
      heading5: heading(22),
      heading6: heading(22),
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 60, line: 240, lineRule: AUTO } } },
    },
    paragraphStyles: [
      paragraphStyle('Dateline', 'Dateline', { alignment: 'right' }),
      paragraphStyle('Salutation', 'Salutation', {}),
      paragraphStyle('Closing', 'Closing', { alignment: 'right', spacing: { after: 60 } }),
      paragraphStyle('Quote', 'Quote', {}),
      paragraphStyle('Verse', 'Verse', { spacing: { after: 0 } }),
      paragraphStyle('ListHead', 'List Head', { keepNext: true, spacing: { before: 140, after: 80 } }, true),
    ],
    characterStyles: [
      { id: 'PrintPage', name: 'Page of the Print', basedOn: 'DefaultParagraphFont', run: { color: GREY, size: 18 } },
      { id: 'InnerNote', name: 'Note in a Note', basedOn: 'DefaultParagraphFont', run: { superScript: true } },
    ],
  };
}

function paragraphStyle(
  id: string,
  name: string,
  paragraph: NonNullable<NonNullable<IStylesOptions['paragraphStyles']>[number]['paragraph']>,
  bold = false,
): NonNullable<IStylesOptions['paragraphStyles']>[number] {
  return { id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, paragraph, ...(bold && { run: { bold } }) };
}
