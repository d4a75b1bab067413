using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>开头五步 — what an office does once after set-up. Nothing is stored for it: each step is done when what it leads to is there.</summary>
public sealed class FirstSteps(OfficeDb db, CurrentUser currentUser, PageAuthorization authorization)
{
    /// <summary>Where the first step leads.</summary>
    public const string BackupPage = "/Administration/Backups/Index";

    // Prints that leave the printer of the office; a card and a blank form alike.
    private static readonly string[] Printing = ["打印空白表", "打印"];

    // Who works at a desk or a gate; the three administrators do not count as a colleague.
    private static readonly string[] AtWork = [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.Guard];

    /// <summary>The steps in their order; empty for users of no single office, for those who can do none of what is left, and when nothing is left.</summary>
    public async Task<IReadOnlyList<FirstStep>> AllAsync()
    {
        if (currentUser.OfficeCode is not { } office)
        {
            return [];
        }

        FirstStep[] steps =
        [
            new("备份口令", "设一个口令，从此每天自己备份。", BackupPage, "请系统管理员设", await db.BackupPlans.AnyAsync(plan => plan.PassphraseSetAt != null)),
            new("校准打印机", "打一张测试页，量一量，填差多少。", "/Printing/Workstation", "请录入员校准", await db.Workstations.AnyAsync(workstation => workstation.OfficeCode == office)),
            new("领纸", "领来的卡纸登记入库，用多少、剩多少就有数了。", "/Stock/Index", "请录入员登记", await db.StockEntries.AnyAsync(entry => entry.OfficeCode == office && entry.Kind == StockEntryKind.Received)),
            new("添同事", "谁录入、谁审核、谁盖章、谁守卡点，每人一个登录名。", "/Administration/Users/Index", "请系统管理员添", await HasColleagueAsync(office)),
            new("试印一张", "印一张空白申报表，看字清不清、边齐不齐。", "/Printing/DeclarationForm", "请录入员试印", await HasPrintedAsync(office)),
        ];
        var opens = new Dictionary<string, bool>();
        foreach (var step in steps)
        {
            opens[step.Page] = await authorization.OpensAsync(step.Page);
        }

        return steps.Any(step => !step.IsDone && opens[step.Page]) ? [.. steps.Select(step => step with { Opens = opens[step.Page] })] : [];
    }

    /// <summary>Somebody works there who is not the only one.</summary>
    private async Task<bool> HasColleagueAsync(string office) => await db.Users.CountAsync(user => !user.IsDisabled && user.OfficeScope == office
        && db.UserRoles.Any(held => held.UserId == user.Id && db.Roles.Any(role => role.Id == held.RoleId && AtWork.Contains(role.Name)))) > 1;

    private async Task<bool> HasPrintedAsync(string office) =>
        await db.PrintRuns.AnyAsync(run => run.OfficeCode == office) || await db.AuditRecords.AnyAsync(record => record.OfficeCode == office && Printing.Contains(record.Action));
}

/// <summary>One of the <see cref="FirstSteps"/>.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Says">How.</param>
/// <param name="Page">Where.</param>
/// <param name="Otherwise">What somebody does who may not open the page.</param>
/// <param name="IsDone">It was done.</param>
public sealed record FirstStep(string Name, string Says, string Page, string Otherwise, bool IsDone)
{
    /// <summary>The user may open the page.</summary>
    public bool Opens { get; init; }
}
