#!/usr/bin/env python3
"""Command line of the peer benchmarks.

  peers.py list                          names and one-line descriptions
  peers.py info                          library versions, BLAS kernels, CPU flags
  peers.py golden                        generator test values for a C++ twin
  peers.py run NAME [options]            one workload
  peers.py run all [options]             every workload, one after the other

Options of `run`:
  --json FILE        write the full record
  --threads N        BLAS and torch threads (default: all usable CPUs)
  --repeat R         timed repeats after one warm-up (default 5)
  --profile P        tuned (default), stock or inherit, see README.md
  --only SUBSTRING   only the variants whose name contains SUBSTRING
  --set KEY=VALUE    override a workload parameter (repeatable)
"""

import argparse
import importlib
import json
import os
import sys
import time

NAMES = ["retrieval", "landscape", "basins", "capacity", "pfode", "et", "clam", "flyvec"]


def parse(argv):
    top = argparse.ArgumentParser(description=__doc__,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = top.add_subparsers(dest="command", required=True)
    sub.add_parser("list")
    for name in ("info", "golden", "run"):
        p = sub.add_parser(name)
        p.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
        p.add_argument("--profile", choices=("tuned", "stock", "inherit"), default="tuned")
        if name == "run":
            p.add_argument("name", choices=NAMES + ["all"])
            p.add_argument("--json")
            p.add_argument("--repeat", type=int, default=5)
            p.add_argument("--only", default="")
            p.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    return top.parse_args(argv)


def prepare_process(args):
    """Everything that must be in the environment before numpy is imported."""
    if args.profile != "inherit":
        # A forced kernel choice can halve the speed of the peers; measure what
        # OpenBLAS picks for this CPU by itself.
        for key in [k for k in os.environ if k.startswith(("OPENBLAS_", "GOTO_"))]:
            del os.environ[key]
        for key in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "ATEN_CPU_CAPABILITY"):
            os.environ.pop(key, None)
    os.environ["OPENBLAS_NUM_THREADS"] = str(args.threads)
    os.environ["OMP_NUM_THREADS"] = str(args.threads)
    if args.profile == "tuned":
        # torch (OpenMP) and OpenBLAS (its own threads) each keep a spinning
        # pool; on few cores the pools starve each other unless one sleeps.
        os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
        if {"avx512f", "avx512dq", "avx512bw", "avx512vl"} <= _flags():
            os.environ["ATEN_CPU_CAPABILITY"] = "avx512"


def _flags():
    try:
        with open("/proc/cpuinfo") as fh:
            for line in fh:
                if line.startswith("flags"):
                    return set(line.split(":", 1)[1].split())
    except OSError:
        pass
    return set()


def convert(text, like):
    if isinstance(like, bool):
        return text.lower() in ("1", "true", "yes", "on")
    if isinstance(like, int):
        return int(text)
    if isinstance(like, float):
        return float(text)
    if isinstance(like, (list, tuple)):
        return [type(like[0])(t) for t in text.split(",")]
    return text


def run_one(name, args, env):
    mod = importlib.import_module("workloads." + name)
    params = dict(mod.PARAMS)
    for item in args.set:
        key, _, value = item.partition("=")
        if key in params:
            params[key] = convert(value, params[key])
        elif args.name != "all":
            sys.exit(f"{name} has no parameter {key!r}; it has {sorted(params)}")
    print(f"== {name}: {mod.TITLE}")
    print("   " + ", ".join(f"{k}={v}" for k, v in params.items()), flush=True)
    t0 = time.perf_counter()
    results = []
    for rec in mod.run(params, args.repeat, args.only):
        results.append(rec)
        rate = f"  {rec['rate']:.4g} {rec['rate_unit']}" if "rate" in rec else ""
        print(f"   {rec['variant']:<24} median {1e3 * rec['median_s']:10.2f} ms"
              f"  min {1e3 * rec['min_s']:10.2f} ms{rate}")
        text = json.dumps(rec["check"])
        print(f"      check {text if len(text) < 700 else text[:700] + ' ...'}")
        if rec.get("note"):
            print(f"      note  {rec['note']}")
        sys.stdout.flush()
    return {"name": name, "title": mod.TITLE, "params": params, "repeat": args.repeat,
            "profile": args.profile, "threads": args.threads,
            "wall_s": time.perf_counter() - t0, "results": results, "environment": env}


def main(argv=None):
    args = parse(sys.argv[1:] if argv is None else argv)
    here = os.path.dirname(os.path.abspath(__file__))
    if here not in sys.path:
        sys.path.insert(0, here)
    if args.command == "list":
        for name in NAMES:
            with open(os.path.join(here, "workloads", name + ".py")) as fh:
                first = fh.readline().strip().strip('"')
            print(f"{name:<18} {first}")
        return 0
    prepare_process(args)
    import torch
    import common
    torch.set_num_threads(args.threads)
    if args.command == "golden":
        print(json.dumps(common.golden_values(), indent=2))
        return 0
    env = common.environment()
    if args.command == "info":
        print(json.dumps(env, indent=2))
        return 0
    print(f"numpy {env['numpy']}, torch {env['torch']} ({env['torch_simd']}), "
          f"sklearn {env['sklearn']}, BLAS {env['openblas']}")
    print(f"{env['cpu']}, {args.threads} threads, profile {args.profile}, "
          f"load {common.loadavg()}", flush=True)
    names = NAMES if args.name == "all" else [args.name]
    out = [run_one(n, args, env) for n in names]
    if args.json:
        with open(args.json, "w") as fh:
            json.dump(out[0] if args.name != "all" else out, fh, indent=1)
            fh.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
