using System.Globalization;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>原值→新值 — the fields that hold nothing personal, so that the audit may say what they were and what they are. Of every other field it says only that it was changed.</summary>
public static class AuditValuePolicy
{
    private const int Longest = 60;

    // By the kind of paper, too: a checkpoint's address hangs on a board, a resident's is his own.
    private static readonly Dictionary<Type, HashSet<string>> Disclosed = new()
    {
        [typeof(Office)] =
        [
            nameof(Office.OfficialName), nameof(Office.Kind), nameof(Office.ContactPhone), nameof(Office.SupervisionPhone), nameof(Office.TemperaturePrompt),
            nameof(Office.TemperaturePromptSource), nameof(Office.SeparatesSealKeeper), nameof(Office.EpidemicEndedOn), nameof(Office.EndEnteredOn), nameof(Office.Residents),
        ],
        [typeof(ReportDeadlines)] = [nameof(ReportDeadlines.Group), nameof(ReportDeadlines.Office)],
        [typeof(Declaration)] = [nameof(Declaration.State), nameof(Declaration.Version), nameof(Declaration.WaitingSince)],
        [typeof(HealthPass)] =
        [
            nameof(HealthPass.State), nameof(HealthPass.IsCurrent), nameof(HealthPass.PrintRunId), nameof(HealthPass.PrintedAt), nameof(HealthPass.StampedAt),
            nameof(HealthPass.HandedOverAt), nameof(HealthPass.EndedAt),
        ],
        [typeof(PrintRun)] = [nameof(PrintRun.State)],
        [typeof(Checkpoint)] =
        [
            nameof(Checkpoint.Name), nameof(Checkpoint.Kind), nameof(Checkpoint.County), nameof(Checkpoint.Township), nameof(Checkpoint.Address), nameof(Checkpoint.Mode),
            nameof(Checkpoint.IsClosed),
        ],
        [typeof(GateIncident)] = [nameof(GateIncident.ReportedAt)],
        [typeof(ReceivedStopList)] = [nameof(ReceivedStopList.At)],
        [typeof(PackageSent)] = [nameof(PackageSent.ReceiptedAt)],
        [typeof(TrustedKey)] = [nameof(TrustedKey.LastDay), nameof(TrustedKey.CompromisedAt), nameof(TrustedKey.CompromiseEnteredAt)],
        [typeof(DroppedKey)] = [nameof(DroppedKey.LastDay), nameof(DroppedKey.CompromisedAt)],
        [typeof(Workstation)] = [nameof(Workstation.Name)],
        [typeof(OfficeUser)] =
        [
            nameof(OfficeUser.UserName), nameof(OfficeUser.OfficeScope), nameof(OfficeUser.CheckpointId), nameof(OfficeUser.MustChangePassword), nameof(OfficeUser.IsDisabled),
        ],
    };

    /// <summary>Every field whose contents are told.</summary>
    public static IEnumerable<(Type Paper, string Field)> All => Disclosed.SelectMany(paper => paper.Value.Select(property => (paper.Key, property)));

    /// <summary>：原值→新值, or nothing for a field that may hold something personal.</summary>
    public static string Change(PropertyEntry field) =>
        Disclosed.TryGetValue(field.EntityEntry.Metadata.ClrType, out var fields) && fields.Contains(field.Metadata.Name)
            ? $"：{Format(field.OriginalValue)}→{Format(field.CurrentValue)}"
            : "";

    /// <summary>A value as the office reads it.</summary>
    public static string Format(object? value)
    {
        var said = value switch
        {
            null or "" => "空",
            bool yes => yes ? "是" : "否",
            DateOnly day => day.Chinese(),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTimeOffset moment => BeijingTime.At(moment).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture),
            CommitteeKind kind => kind == CommitteeKind.Village ? "村民委员会" : "居民委员会",
            DeclarationState state => state.ChineseName(),
            PassState state => state.ChineseName(),
            PrintRunState state => state.ChineseName(),
            CheckpointKind kind => kind.ChineseName(),
            CheckMode mode => mode.ChineseName(),
            RefusalClause clause => $"第 {(int)clause} 条",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return said.Length > Longest ? said[..Longest] + "…" : said;
    }
}
