// A figure before it is in a file, as it is or as other eyes see it. The file itself always keeps its true colours.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QThread>
#include <stop_token>

#include "app/export/export.h"
#include "core/view/vision.h"

namespace engram {

class FigurePreview final : public QDialog {
    Q_OBJECT

public:
    // Painted on another thread; what cannot be made is said in its place.
    FigurePreview(const FigureRequest& request, Vision vision, QWidget* parent);

    ~FigurePreview() override;  // its thread has ended then

    const QImage& picture() const { return seen_; }  // as shown; null until it is painted

private:
    void see();

    QComboBox* vision_;
    QLabel* view_;
    QImage painted_, seen_;
    std::stop_source stop_;
    QThread* thread_;
};

}  // namespace engram
