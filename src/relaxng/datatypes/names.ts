/** Text -> is it a name, as XML Schema means it (XML Schema 1.0 part 2, sections 3.3.4, 3.3.6, 3.3.7)? */
import { NAME_CHARACTER, NAME_START } from './name-characters.js';

/** Nearly all names are of these: a small class is quick to match, and the large ones need not be made. */
const ASCII_NAME = /^[A-Za-z_:][A-Za-z0-9_:.-]*$/;
const ASCII_NCNAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const ASCII_NMTOKEN = /^[A-Za-z0-9_:.-]+$/;

let large: { readonly name: RegExp; readonly ncName: RegExp; readonly nmToken: RegExp } | undefined;

function largeClasses() {
  large ??= {
    name: new RegExp(`^[${NAME_START}][${NAME_CHARACTER}]*$`, 'u'),
    ncName: new RegExp(`^[${NAME_START.replace(':', '')}][${NAME_CHARACTER.replace(':', '')}]*$`, 'u'),
    nmToken: new RegExp(`^[${NAME_CHARACTER}]+$`, 'u'),
  };
  return large;
}

export function isName(text: string): boolean {
  return ASCII_NAME.test(text) || largeClasses().name.test(text);
}

export function isNcName(text: string): boolean {
  return ASCII_NCNAME.test(text) || largeClasses().ncName.test(text);
}

export function isNmToken(text: string): boolean {
  return ASCII_NMTOKEN.test(text) || largeClasses().nmToken.test(text);
}
