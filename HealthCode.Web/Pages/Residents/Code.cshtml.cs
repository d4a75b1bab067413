using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents;

/// <summary>有没有码 — whether somebody has the official code, from whom the office knows it, and who helped him to register; the value is no concern of this page.</summary>
public sealed class CodeModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    /// <summary>What is said at the desk; the other sources write themselves down.</summary>
    public static IReadOnlyList<Choice> Sources { get; } =
        [.. Choice.Of<CodeSource>(source => source.ChineseName()).Where(choice => choice.Value is nameof(CodeSource.Shown) or nameof(CodeSource.Told) or nameof(CodeSource.HelpedHere))];

    public Task OnGetAsync() => accessLog.OpenedAsync(Resident, "有没有码");

    public Task<IActionResult> OnPostAsync() =>
        ChangeAsync(() => residents.NoteCodeAsync(Office, Id, Input.Source!.Value, Input.CodeKnownOn ?? Today, LineAttribute.Clean(Input.Helper)), "已记下：有码。");

    /// <summary>没有码.</summary>
    public Task<IActionResult> OnPostDropAsync()
    {
        // The button posts no fields.
        ModelState.Clear();
        return ChangeAsync(() => residents.DropCodeAsync(Office, Id), "已记下：没有码。");
    }
}
