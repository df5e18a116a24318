// Clouds of many small points, where a processor draws.
#include <QTest>
#include <cmath>

#include "tests/render_scenes.h"

using namespace engram;
using namespace engram::testing;

class TestDust : public QObject {
    Q_OBJECT

private slots:
    // Many small points are one picture made by the processor, few are sprites of the device: both look the same.
    void dustLooksLikePoints() {
        constexpr int kCount = 1600;
        std::vector<Vec3> at;
        std::vector<Paint> paints;
        for (int i = 0; i < kCount; ++i) {
            at.push_back({float(std::cos(i * 2.4) * 0.025 * std::sqrt(i)), float(std::sin(i * 2.4) * 0.025 * std::sqrt(i)), 0});
            paints.push_back({Ink::Category, i % 5, 0.8f});
        }
        const auto cloud = [&](int begin, int end) {
            Points points;
            points.at = share(std::vector<Vec3>(at.begin() + begin, at.begin() + end));
            points.paints = share(std::vector<Paint>(paints.begin() + begin, paints.begin() + end));
            points.sizePx = 2.5f;
            points.onSurface = true;
            return points;
        };
        const Scene empty{{surfaceOf(hill)}, {}, {}, {}}, dust{{surfaceOf(hill), cloud(0, kCount)}, {}, {}, {}};
        const Scene sprites{{surfaceOf(hill), cloud(0, kCount / 2), cloud(kCount / 2, kCount)}, {}, {}, {}};
        const Pixels ground = shot(empty), one = shot(dust), two = shot(sprites);
        QVERIFY(differences(ground, two) > 2000);
        double apart = 0, laid = 0;
        for (std::size_t i = 0; i < one.rgba.size(); ++i) {
            apart += std::abs(int(one.rgba[i]) - int(two.rgba[i]));
            laid += std::abs(int(ground.rgba[i]) - int(two.rgba[i]));
        }
        QVERIFY2(apart < 0.1 * laid, qPrintable(QString::number(apart / laid)));
    }
};

QTEST_GUILESS_MAIN(TestDust)
#include "test_dust.moc"
