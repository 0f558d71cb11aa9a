package org.relaycheck.standin.tsql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an instance's Database Mail has once: its parameters, its queue and the option. */
public final class Parameters {

  private final Msdb msdb;

  /** As installed, with the option on and the queue started. */
  public Parameters(Msdb msdb) {
    this.msdb = msdb;
    if (msdb.all(Msdb.CONFIGURATION).isEmpty()) {
      install();
    }
  }

  private void install() {
    Map<String, String> installed = new LinkedHashMap<>();
    installed.put("AccountRetryAttempts", "1");
    installed.put("AccountRetryDelay", "60");
    installed.put("DatabaseMailExeMinimumLifeTime", "600");
    installed.put("DefaultAttachmentEncoding", "MIME");
    installed.put("LoggingLevel", "2");
    installed.put("MaxFileSize", "1000000");
    installed.put("ProhibitedExtensions", "exe,dll,vbs,js");
    installed.forEach(
        (name, value) -> {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          row.put("paramname", name);
          row.put("paramvalue", value);
          row.put("description", "about " + name);
          msdb.all(Msdb.CONFIGURATION).add(row);
        });
    Map<String, @Nullable Object> queue = new LinkedHashMap<>();
    queue.put("name", "ExternalMailQueue");
    queue.put("is_receive_enabled", 1L);
    queue.put("is_activation_enabled", 1L);
    msdb.all(Msdb.QUEUES).add(queue);
    Map<String, @Nullable Object> option = new LinkedHashMap<>();
    option.put("name", "Database Mail XPs");
    option.put("value_in_use", 1L);
    msdb.all(Msdb.OPTIONS).add(option);
  }

  /** Somebody sets a parameter. */
  public Parameters set(String name, @Nullable String value) {
    row(name).put("paramvalue", value);
    return this;
  }

  /** A build that lacks it. */
  public Parameters without(String name) {
    msdb.all(Msdb.CONFIGURATION).remove(row(name));
    return this;
  }

  public @Nullable Object value(String name) {
    return row(name).get("paramvalue");
  }

  public List<String> names() {
    return msdb.all(Msdb.CONFIGURATION).stream()
        .map(row -> String.valueOf(row.get("paramname")))
        .toList();
  }

  private Map<String, @Nullable Object> row(String name) {
    return msdb.all(Msdb.CONFIGURATION).stream()
        .filter(row -> name.equals(row.get("paramname")))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the queue takes mail, and whether that starts the mail process. */
  public Parameters queue(boolean receives, boolean activates) {
    Map<String, @Nullable Object> queue = msdb.all(Msdb.QUEUES).get(0);
    queue.put("is_receive_enabled", receives ? 1L : 0L);
    queue.put("is_activation_enabled", activates ? 1L : 0L);
    return this;
  }

  /** A login that may not see the queue. */
  public Parameters hideQueue() {
    msdb.all(Msdb.QUEUES).clear();
    return this;
  }

  public boolean receives() {
    return Objects.equals(msdb.all(Msdb.QUEUES).get(0).get("is_receive_enabled"), 1L);
  }

  public boolean activates() {
    return Objects.equals(msdb.all(Msdb.QUEUES).get(0).get("is_activation_enabled"), 1L);
  }

  /** Database Mail may not run. */
  public Parameters off() {
    msdb.all(Msdb.OPTIONS).get(0).put("value_in_use", 0L);
    return this;
  }
}
