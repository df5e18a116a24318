// Dialogs on screens smaller than they are, as a projector's at 200 % may be: what does not fit can be scrolled to.
#pragma once

class QDialog;

namespace engram {

// Puts all that the dialog has into a page that scrolls. Where the screen has the room, the dialog stays as large as its page asks for,
// also when that grows; call it when the dialog is laid out.
void scrollWhereSmall(QDialog& dialog);

}  // namespace engram
