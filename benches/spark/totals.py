# The same filter under Apache Spark: a file's lines go through `assess --batch` in parts, as on many machines; Spark adds up
# the answers, and the sums must be those that one `assess` gives for the whole file.
#   python totals.py ASSESS LINES   called by run.sh
import json
import shlex
import subprocess
import sys
import time

from pyspark.sql import SparkSession

DAY = ["--today", "2026-11-21"]
LEDGERS = ["carbon_mg", "voc_mg", "nox_mg", "upe", "points"]
OUTCOMES = ["credited", "recorded", "rejected"]


def of_answer(line):
    """The sums of one line: what it is worth, and one of its outcome."""
    answer = json.loads(line)
    worth = {**answer, **answer["air"]}
    return [worth[ledger] for ledger in LEDGERS] + [int(answer["verdict"] == outcome) for outcome in OUTCOMES]


def of_part(line):
    """The sums of one part, as `assess --batch --totals` prints them."""
    part = json.loads(line)
    return [part["totals"][ledger] for ledger in LEDGERS] + [part["lines"][outcome] for outcome in OUTCOMES]


def added(one, other):
    return [a + b for a, b in zip(one, other)]


def main():
    assess, lines = sys.argv[1:]
    # Spark splits a command at blanks as a shell does.
    command = shlex.join([assess, "--batch", "--threads", "1", *DAY])
    with open(lines, "rb") as whole:
        told = subprocess.run([assess, "--batch", "--totals", *DAY], stdin=whole, check=True, capture_output=True, text=True).stdout
    wanted = of_part(told)
    spark = (
        SparkSession.builder.master("local[2]")
        .appName("carbon-points")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    print(f"Spark {spark.version}, local[2]; sums of {', '.join(LEDGERS + OUTCOMES)}")
    wrong = False
    try:
        # What is no text becomes one with marks in it, which is refused all the same.
        file = spark.sparkContext.textFile(lines, minPartitions=8)
        for what, pipe, read in [
            ("every answer added up by Spark", command, of_answer),
            ("each part added up by assess", command + " --totals", of_part),
        ]:
            begin = time.monotonic()
            found = file.pipe(pipe, checkCode=True).map(read).reduce(added)
            seconds = time.monotonic() - begin
            same = found == wanted
            wrong = wrong or not same
            print(f"{what}, {file.getNumPartitions()} parts, {seconds:.1f} s: {'equal' if same else 'DIFFERENT'} {found}")
    finally:
        spark.stop()
    print(f"assess alone: {wanted}")
    if wrong:
        sys.exit("The sums differ.")


main()
