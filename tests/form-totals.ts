/** A file of tests/fixtures, the sample type that is shown of it, the unit, and the total. */
export type FormTotal = readonly [file: string, type: string, unit: string, total: number];

/**
 * A file of each form in which a heap reaches people. Totals are those of `go tool pprof -top
 * -unit=B` where that reads the form, of the profile that a text was printed from, else counted by
 * hand; what pprof rounded for printing is as it rounded.
 */
export const FORM_TOTALS: readonly FormTotal[] = [
  // pprof's own, packed in several ways, and what go tool pprof -raw prints of the answers of Parca
  ["configmap-list-storm/03-storm.pb.gz", "inuse_space", "bytes", 1983775191],
  ["texts/leaking-operator-00.pb.zst", "inuse_space", "bytes", 126902051],
  ["others/parca-single.json", "inuse_space", "bytes", 515597868],
  ["others/parca-merge.json", "inuse_space", "bytes", 4234616219],
  // Go's texts: equal to pprof's
  ["configmap-list-storm/05-storm.debug1.txt.gz", "inuse_space", "bytes", 2105310073],
  ["leaking-operator/06.debug1.txt", "inuse_space", "bytes", 371870532],
  ["texts/apiserver-heap.debug1.txt.gz", "inuse_space", "bytes", 543679974],
  ["texts/operator-heap.debug1.txt.gz", "inuse_space", "bytes", 127828806],
  ["texts/small-allocs.debug1.txt", "inuse_space", "bytes", 20636324],
  ["texts/small-allocs.debug1.txt.zst", "inuse_space", "bytes", 20636324],
  ["texts/operator-goroutine.debug1.txt", "goroutine", "count", 6338],
  ["texts/operator-goroutine.debug2.txt.gz", "goroutine", "count", 6338],
  ["texts/small-goroutine.debug1.txt", "goroutine", "count", 8],
  ["texts/small-threadcreate.debug1.txt", "threadcreate", "count", 4],
  ["texts/small-block.debug1.txt", "delay", "nanoseconds", 468362942],
  ["texts/small-mutex.debug1.txt", "delay", "nanoseconds", 1069586895],
  // what pprof printed: 1891.88MB, 354.64MB, 11616.18MB, rounded by pprof
  ["tables/top.txt", "inuse_space", "bytes", 1983779963],
  ["tables/text-bytes.txt", "inuse_space", "bytes", 371870532],
  ["tables/seed.txt", "inuse_space", "bytes", 12180447560],
  ["tables/goroutines.txt", "goroutine", "count", 6938],
  ["tables/tree-whole.txt", "inuse_space", "bytes", 371870532],
  ["tables/peek.txt", "inuse_space", "bytes", 371866993],
  ["tables/list.txt", "inuse_space", "bytes", 371866993],
  ["tables/traces-bytes.txt.gz", "inuse_space", "bytes", 371870532],
  // allocators: pprof reads the first two; the third by jemalloc's own rule, unsampled by hand
  ["others/gperftools.heap", "space", "bytes", 6144],
  ["others/tcmalloc.heap", "inuse_space", "bytes", 6318143],
  ["others/jemalloc.heap", "space", "bytes", 8879716],
  // others, counted by hand: the later of two columns, the last profile, the peak
  ["others/stacks.folded", "value", "count", 300],
  ["others/difffolded.folded", "value", "count", 350],
  ["others/async-profiler.collapsed", "value", "count", 4108],
  ["others/sampled.speedscope.json", "time", "milliseconds", 20],
  ["others/node.heapprofile", "space", "bytes", 15786856],
  ["others/node.cpuprofile", "time", "microseconds", 76644],
  ["others/single.flamebearer.json", "inuse_space", "bytes", 100],
  ["others/double.flamebearer.json", "cpu", "count", 80],
  ["others/stacktraces.flamegraph.json", "value", "count", 70],
  ["others/merged.profile.json", "inuse_space", "bytes", 9007199254745088],
  ["others/hand.otlp.json", "inuse_space", "bytes", 4096],
  ["others/spin.perf.txt", "cpu-clock", "nanoseconds", 141414140],
  ["others/leak.dhat.json", "peak_space", "bytes", 110000],
  ["others/leak.massif.out", "space", "bytes", 110000],
];
