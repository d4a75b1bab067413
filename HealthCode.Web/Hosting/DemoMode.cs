namespace HealthCode.Web.Hosting;

/// <summary>演示模式 — the office is a sample; every page says so.</summary>
public sealed record DemoMode(bool IsOn);
