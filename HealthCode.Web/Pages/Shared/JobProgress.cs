using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Shared;

/// <summary>How far a background job is, as progress.js asks for it.</summary>
/// <param name="Busy">Otherwise the page is opened anew.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Of">Of so many; 0 when nobody knows yet.</param>
/// <param name="Says">A sentence; empty leaves what the page says.</param>
/// <param name="Remarks">What was noticed on the way.</param>
public sealed record JobProgress(bool Busy, int Done, int Of, string Says, string Remarks = "")
{
    /// <summary>As JSON.</summary>
    public JsonResult Answer() => new(this);
}
