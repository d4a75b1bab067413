namespace HealthCode.Web.Foundation;

/// <summary>无法启动 — a problem the office must fix before the server can start; the message describes it in Chinese and English.</summary>
public sealed class CannotStartException(string chinese, string english, Exception? cause = null)
    : Exception($"无法启动：{chinese}\nCannot start: {english}", cause);
