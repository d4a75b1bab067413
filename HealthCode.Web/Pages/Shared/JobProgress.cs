using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Progress of a background job, as polled by progress.js.</summary>
/// <param name="Busy">Whether the job is still running; if not, the script reloads the page.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Of">Total number of steps; 0 if not known yet.</param>
/// <param name="Text">Text to show; if empty, the text on the page stays.</param>
/// <param name="Remarks">Warnings so far.</param>
public sealed record JobProgress(bool Busy, int Done, int Of, string Text, string Remarks = "")
{
    /// <summary>The JSON response.</summary>
    public JsonResult Answer() => new(this);
}
