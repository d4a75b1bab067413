namespace HealthCode.Web.Foundation;

/// <summary>无法启动 — something the office must put right first; the message says what, in Chinese and in English.</summary>
public sealed class CannotStartException(string chinese, string english, Exception? cause = null)
    : Exception($"无法启动：{chinese}\nCannot start: {english}", cause);
