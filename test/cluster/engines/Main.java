import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.TransportService;

/**
 * One node of a cluster. Arguments are settings, `key=value`; `path.home` and `node.name` are among them. It prints
 * where it is bound, and ends when its input ends: no node outlives who started it. Elasticsearch has the same classes
 * under its own name, which is put in place of this one before it is compiled.
 */
public final class Main {
  private static final class PluginNode extends Node {
    PluginNode(Settings settings) {
      super(
          InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> settings.get("node.name")),
          List.of(Netty4Plugin.class, MapperExtrasPlugin.class),
          false);
    }

    String bound() {
      return String.join(
          " ",
          "BOUND",
          injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().toString(),
          injector().getInstance(TransportService.class).boundAddress().publishAddress().toString());
    }
  }

  public static void main(String[] arguments) throws Exception {
    Thread watch = new Thread(Main::endWithInput);
    watch.setDaemon(true);
    watch.start();
    Settings.Builder settings = Settings.builder().put("transport.type", "netty4").put("http.type", "netty4");
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    Path home = Path.of(settings.get("path.home"));
    for (String folder : List.of("modules", "plugins", "config")) Files.createDirectories(home.resolve(folder));
    PluginNode node = new PluginNode(settings.build());
    node.start();
    System.out.println(node.bound());
    Thread.currentThread().join();
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException closed) {
      // It has ended as well.
    }
    Runtime.getRuntime().halt(0);
  }
}
