import { describe, expect, it } from "vitest";
import { programOf } from "../../../src/kubernetes/program/program.js";
import { programText } from "../../../src/kubernetes/program/program-text.js";
import type { Mapping, Profile, SampleType } from "../../../src/profile/profile.js";
import { ProfileBuilder } from "../../../src/profile/profile-builder.js";

const MAPPING: Mapping = {
  id: 1n,
  start: 0n,
  limit: 0n,
  offset: 0n,
  file: "",
  buildId: "",
  hasFunctions: true,
  hasFilenames: true,
  hasLineNumbers: true,
  hasInlineFrames: true,
};

/** A profile of one stack, root first; each frame a name, or a name and the path of its source. */
function profile(
  stack: readonly (string | readonly [name: string, source: string])[],
  file = "",
  type: SampleType = { type: "inuse_space", unit: "bytes" },
): Profile {
  const builder = new ProfileBuilder([type]);
  const locations = stack.map((frame) => {
    const [name, source] = typeof frame === "string" ? [frame, ""] : frame;
    return builder.location([{ function: builder.function(name, source) }]);
  });
  builder.sample(locations.reverse(), [1]);
  return builder.done({ mappings: [{ ...MAPPING, file }] });
}

const roleOf = (...stack: readonly string[]) => programOf([profile(stack)]).role;
const nameOf = (file: string, ...stack: Parameters<typeof profile>[0]) =>
  programOf([profile(stack, file)]).name;

describe("the role of a program", () => {
  it("is that of a server although its loopback client watches", () => {
    const watch = "k8s.io/apimachinery/pkg/watch.(*StreamWatcher).receive";
    const inform = "k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch";
    expect(roleOf(watch, inform)).toBe("client");
    expect(roleOf(watch, inform, "k8s.io/apiserver/pkg/endpoints/handlers.ListResource")).toBe(
      "apiserver",
    );
  });

  it("is that of a client where a controller serves its metrics with the server's library", () => {
    expect(
      roleOf(
        "k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).ServeHTTP",
        "k8s.io/apiserver/pkg/endpoints/filters.WithRequestInfo.func1",
        "k8s.io/apiserver/pkg/server/healthz.InstallHandler",
        "k8s.io/kubernetes/pkg/controller/garbagecollector.(*GraphBuilder).Run",
      ),
    ).toBe("client");
  });

  it("is a client's where only schema code of the server's modules is used", () => {
    expect(
      roleOf(
        "sigs.k8s.io/controller-runtime/pkg/internal/controller.(*Controller).Start",
        "k8s.io/apiextensions-apiserver/pkg/apiserver/schema.NewStructural",
        "k8s.io/apiserver/pkg/endpoints/handlers/fieldmanager.NewDefaultFieldManager",
        "k8s.io/apiserver/pkg/admission/plugin/cel.NewCompiler",
      ),
    ).toBe("client");
  });

  it("is not told by what only initialises a package", () => {
    expect(roleOf("runtime.doInit", "k8s.io/client-go/kubernetes/scheme.init")).toBe("other");
    expect(roleOf("k8s.io/apiserver/pkg/storage/etcd3.init.0", "main.main")).toBe("other");
  });

  it.each([
    "go.etcd.io/etcd/server/v3/storage/mvcc.(*store).Range",
    "go.etcd.io/etcd/server/v3/mvcc.(*watchableStore).syncWatchers",
    "go.etcd.io/etcd/mvcc.(*keyIndex).put",
    "go.etcd.io/etcd/v3/etcdserver.(*EtcdServer).Range",
    "github.com/coreos/etcd/cmd/vendor/github.com/coreos/etcd/etcdserver/api/v3rpc.(*kvServer).Range",
  ])("is etcd's with %s", (frame) => {
    expect(roleOf("google.golang.org/grpc.(*Server).handleStream", frame)).toBe("etcd");
  });

  it.each([
    "go.etcd.io/etcd/etcdserver/etcdserverpb.(*RangeResponse).Unmarshal",
    "go.etcd.io/etcd/mvcc/mvccpb.(*KeyValue).Unmarshal",
    "go.etcd.io/etcd/etcdserver/api/v3rpc/rpctypes.Error",
    "go.etcd.io/etcd/client/v3.(*Client).Do",
    "go.etcd.io/raft/v3.(*node).run",
    "go.etcd.io/bbolt.(*Tx).Commit",
  ])("is not etcd's with %s", (frame) => {
    expect(roleOf("main.main", frame)).toBe("other");
  });

  it("is a kubelet's by its packages or by cadvisor, unless cadvisor is the program", () => {
    const manager = "github.com/google/cadvisor/manager.(*containerData).housekeeping";
    expect(roleOf("k8s.io/kubernetes/pkg/kubelet/pleg.(*GenericPLEG).Relist", manager)).toBe(
      "kubelet",
    );
    expect(roleOf(manager)).toBe("kubelet");
    expect(programOf([profile([manager], "/usr/bin/cadvisor")]).role).toBe("other");
    expect(roleOf("k8s.io/kubernetes/pkg/kubelet/client.NewNodeConnectionInfoGetter")).toBe(
      "other",
    );
  });

  it("is told by the name of a component where no frame does", () => {
    expect(programOf([profile(["main.main"], "/usr/local/bin/kube-apiserver")]).role).toBe(
      "apiserver",
    );
    expect(programOf([profile(["main.main"], "/usr/local/bin/etcd")]).role).toBe("etcd");
    expect(programOf([profile(["main.main"], "/usr/local/bin/billing")]).role).toBe("other");
  });
});

describe("the name of a program", () => {
  it("is its file's, unless anything may be called that", () => {
    expect(nameOf("/usr/local/bin/fleet-operator", "main.main")).toBe("fleet-operator");
    expect(nameOf("C:\\tools\\thing.exe", "main.main")).toBe("thing");
    expect(nameOf("/app/billing (deleted)", "main.main")).toBe("billing");
  });

  it.each([
    ["/go/src/k8s.io/kubernetes/cmd/kube-scheduler/scheduler.go", "kube-scheduler"],
    ["example.org/fleet-operator/cmd/manager/main.go", "fleet-operator"],
    ["github.com/acme/widgets/v2@v2.3.1/cmd/main.go", "widgets"],
    ["/workspace/cmd/main.go", "manager"],
    ["/home/alice/cmd/main.go", "manager"],
  ])("of a file called manager is that of the folder of main: %s", (source, name) => {
    expect(nameOf("/manager", ["main.main", source])).toBe(name);
  });

  it("is that of the module of its own code where neither tells it", () => {
    expect(
      nameOf(
        "/manager",
        "github.com/acme/widget-operator/internal/controller.(*Reconciler).Reconcile",
        "github.com/some/library.Do",
        "github.com/some/library.Undo",
      ),
    ).toBe("widget-operator");
    expect(nameOf("/manager", "github.com/some/library.Do")).toBe("manager");
  });

  it("is empty where nothing names it", () => {
    const program = programOf([profile(["main.main"])]);
    expect(program).toMatchObject({ role: "other", name: "", since: null, until: null });
    expect(programText(program)).toBe("");
  });
});

describe("the release by the paths of sources", () => {
  const request = "k8s.io/client-go/rest.(*Request).Do";
  const source = (version: string) =>
    `/root/go/pkg/mod/k8s.io/client-go@${version}/rest/request.go`;

  it("is the one that they name", () => {
    const program = programOf([profile([[request, source("v0.29.4")]], "/app/op-x")]);
    expect(program).toMatchObject({ since: "1.29", until: "1.29", isClient: true });
    expect(programText(program)).toBe("op-x, client-go 0.29");
  });

  it("is a range where two builds are in one file, and none of what is no release", () => {
    const both = profile([
      [request, source("v0.29.4")],
      ["k8s.io/client-go/rest.(*Request).Watch", source("v0.31.0")],
    ]);
    expect(programOf([both])).toMatchObject({ since: "1.29", until: "1.31" });
    const pseudo = profile([[request, source("v0.0.0-20240101000000-abcdefabcdef")]]);
    expect(programOf([pseudo])).toMatchObject({ since: null, until: null });
    const other = profile([[request, "example.org/k8s.io/client-go@v0.29.4/x.go"]]);
    expect(programOf([other]).since).toBe("1.29");
    const fork = profile([[request, "github.com/acme/not-k8s.io/client-go@v0.29.4/x.go"]]);
    expect(programOf([fork]).since).toBeNull();
  });
});

describe("the release of Go", () => {
  const goOf = (...profiles: readonly Profile[]) => programOf(profiles).go;
  const deep = Array.from({ length: 40 }, (_, i) => `main.f${i}`);

  it.each([
    ["/usr/lib/go-1.19/src/runtime/proc.go", "1.19"],
    ["/opt/hostedtoolcache/go/1.21.5/x64/src/runtime/proc.go", "1.21"],
    [
      "/root/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.3.linux-amd64/src/runtime/proc.go",
      "1.22",
    ],
    ["/home/me/sdk/go1.20.1/src/runtime/proc.go", "1.20"],
  ])("is the one that the path of its sources names: %s", (source, release) => {
    expect(goOf(profile([["runtime.main", source]]))).toEqual({ since: release, until: release });
  });

  it("is not told by paths without a version", () => {
    expect(goOf(profile([["runtime.main", "/usr/local/go/src/runtime/proc.go"]]))).toBeNull();
  });

  it("is 1.23 or later with stacks of more than 32 frames, of memory or goroutines", () => {
    expect(goOf(profile(deep))).toEqual({ since: "1.23", until: null });
    expect(goOf(profile(deep, "", { type: "goroutine", unit: "count" }))?.since).toBe("1.23");
    // Go's recorder of CPU time has always kept 64, others keep more.
    expect(goOf(profile(deep, "", { type: "cpu", unit: "nanoseconds" }))).toBeNull();
    expect(goOf(profile(deep.slice(0, 32)))).toBeNull();
  });

  it("is told by what came and went", () => {
    expect(goOf(profile(["main.main", "sync.(*WaitGroup).Go.func1"]))?.since).toBe("1.25");
    expect(goOf(profile(["main.main.gowrap1"]))?.since).toBe("1.22");
    expect(goOf(profile(["internal/runtime/maps.newTable"]))?.since).toBe("1.24");
    expect(goOf(profile(["sync.(*Map).dirtyLocked"]))?.until).toBe("1.25");
    expect(goOf(profile(["example.org/sync.(*WaitGroup).Go"]))).toBeNull();
  });

  it("is not told where one fact contradicts another", () => {
    const stack = ["internal/runtime/maps.newTable", "crypto/internal/nistec.NewP256Point"];
    expect(goOf(profile(stack))).toBeNull();
    const old = profile([...deep, "k8s.io/apiserver/pkg/storage/cacher.(*Cacher).GetToList"]);
    expect(programOf([old])).toMatchObject({ role: "apiserver", go: null });
  });
});
