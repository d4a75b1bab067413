namespace HealthCode.Web.Hosting;

/// <summary>演示模式 — whether this server runs on sample data; if so, every page says it.</summary>
public sealed record DemoMode(bool IsOn);
