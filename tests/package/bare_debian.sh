#!/usr/bin/env bash
# Installs the Debian package into a bare Debian 12 and runs it there, as an ordinary person would: verbs, a figure, the window.
#
#   cmake -S . -B build -DENGRAM_TESTS=OFF && cmake --build build && (cd build && cpack)
#   sudo tests/package/bare_debian.sh build/engram_*.deb [FOLDER]
#
# Needs root, debootstrap and the Debian mirror of this machine's apt; takes some minutes, so ./test leaves it out. The system is made
# in a temporary folder, or in FOLDER, where it stays and is used again; pictures of the window and of a figure are left beside the
# package.
set -euo pipefail

release=bookworm
package=$(readlink -f "${1:?which package? tests/package/bare_debian.sh engram_VERSION_ARCHITECTURE.deb}")
system=${2:-$(mktemp -d)}
[ "$(id -u)" -eq 0 ] || { echo "debootstrap and chroot need root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is not installed: apt-get install debootstrap" >&2; exit 1; }

finish() {
    umount "$system/proc" 2>/dev/null || true
    [ -n "${kept-}" ] || rm -rf --one-file-system "$system"
}
kept=${2-}
trap finish EXIT

in_system() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { chroot --userspec=1000:1000 "$system" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/person LC_ALL=C.UTF-8 sh -c "cd && $1"; }
passed() { printf 'passed  %s\n' "$1"; }

mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | awk -v release=$release '$1 == release {print $2; exit}')
proxy=$(apt-config dump --format '%v' Acquire::http::Proxy)
if [ ! -x "$system/usr/bin/apt-get" ]; then
    http_proxy=${proxy:-${http_proxy-}} debootstrap --variant=minbase $release "$system" "${mirror:-http://deb.debian.org/debian}" >"$system.log" 2>&1 ||
        { tail -n 20 "$system.log" >&2; exit 1; }
    rm -f "$system.log"
fi
cp /etc/resolv.conf /etc/hosts "$system/etc/"
[ -z "${proxy:-${http_proxy-}}" ] || printf 'Acquire::http::Proxy "%s";\n' "${proxy:-$http_proxy}" >"$system/etc/apt/apt.conf.d/00proxy"
mount -t proc proc "$system/proc" 2>/dev/null || echo "no /proc there: mounting is not allowed here"
in_system id person >/dev/null 2>&1 && in_system userdel --remove person >/dev/null 2>&1
in_system useradd --create-home --uid 1000 person
passed "a bare Debian $(cat "$system/etc/debian_version") with $(in_system dpkg-query -W | wc -l) packages"

cp "$package" "$system/tmp/engram.deb"
in_system apt-get update -q >/dev/null
in_system apt-get install -y -q --no-install-recommends --reinstall /tmp/engram.deb >"$system/tmp/install.log" 2>&1 || { tail -n 20 "$system/tmp/install.log" >&2; exit 1; }
passed "apt installs $(in_system dpkg-query -W engram | tr '\t' ' '); $(in_system dpkg-query -W | wc -l) packages now"

as_person 'engram list' | grep '^dense_memory ' >/dev/null
passed "engram list"
as_person 'engram run dense_memory --steps 3 --json -' | grep '"steps": 3' >/dev/null
passed "engram run"
as_person 'engram render dense_memory --panel surface,energy --at 22 -o x.png --size 160mmx60mm && engram info x.png' | grep 'experiment  dense_memory' >/dev/null
passed "engram render, with a scene by OpenGL without a display"
as_person 'engram video dense_memory --seconds 1 --steps 10 --size 320x180 --fps 5 -o frames/ 2>/dev/null && ls frames' | grep png >/dev/null
passed "engram video as PNG files, without ffmpeg"
film=$(as_person 'engram video dense_memory --seconds 1 --steps 10 -o film.mp4' 2>&1 && echo "a film without ffmpeg") || true
grep -q ffmpeg <<<"$film"
passed "a film without ffmpeg is refused: $film"

in_system apt-get install -y -q --no-install-recommends xvfb xauth x11-utils x11-apps man-db desktop-file-utils shared-mime-info >/dev/null 2>&1
as_person 'xvfb-run -a -s "-screen 0 1600x900x24" sh -c "engram & sleep 8; xwininfo -root -tree; xwd -silent -root -out window.xwd; kill \$!; wait \$! || true" 2>&1' |
    tee "$system/tmp/window.log" | grep -i '"untitled.engram.*engram' >/dev/null || { cat "$system/tmp/window.log" >&2; exit 1; }
passed "the window opens and stays open"
as_person 'test ! -e core && ls -A' | tr '\n' ' ' | sed 's/^/        in the home folder now: /; s/$/\n/'

for file in x.png window.xwd; do cp "$system/home/person/$file" "$(dirname "$package")/bare_${file}"; done
in_system apt-get purge -y -q engram >/dev/null 2>&1
! find "$system/usr" -ipath '*engram*' | grep .
passed "purged, nothing is left"
