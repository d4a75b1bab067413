using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>What a change is called in the audit list. A new kind of paper adds its line here.</summary>
public static class AuditDescriptions
{
    // Book-keeping of the sign-in itself; the sign-in notes its own words.
    private static readonly HashSet<string> Ignored =
    [
        nameof(OfficeUser.AccessFailedCount), nameof(OfficeUser.ConcurrencyStamp), nameof(OfficeUser.SecurityStamp),
        nameof(OfficeUser.LockoutEnd), nameof(OfficeUser.NormalizedUserName), nameof(OfficeUser.NormalizedEmail),
        nameof(OfficeUser.SessionId), nameof(OfficeUser.PasswordChangedAt), nameof(OfficeUser.PasswordHistory),
        // They follow the form and its temperatures; that the second one changed would say how.
        nameof(Declaration.Reason), nameof(Declaration.HasSchoolClass), nameof(Declaration.FoundAbnormal),
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        [nameof(Office.OfficialName)] = "全称",
        // Of an office, the kind of its committee; of a checkpoint, that of its place.
        [nameof(Office.Kind)] = "类别",
        [nameof(Office.ContactPhone)] = "核发机构联系方式",
        [nameof(Office.SupervisionPhone)] = "监督电话",
        [nameof(Office.TemperaturePrompt)] = "体温提示值",
        [nameof(Office.TemperaturePromptSource)] = "体温提示值出处",
        [nameof(Office.SeparatesSealKeeper)] = "审批与用印分开",
        [nameof(Office.EpidemicEndedOn)] = "疫情解除日",
        [nameof(Office.EndEnteredOn)] = "疫情解除登记日",
        [nameof(Office.Residents)] = "居民数",
        [nameof(ReportDeadlines.Group)] = "报组长的时限",
        [nameof(ReportDeadlines.Office)] = "报办公室的时限",
        [nameof(ReportDeadlines.Closing)] = "下班时间",
        [nameof(BackupPlan.KeyPair)] = "备份口令",
        [nameof(BackupPlan.PassphraseSetAt)] = "口令日期",
        [nameof(BackupPlan.SecondFolder)] = "第二个地方",
        [nameof(BackupPlan.LastCopy)] = "第二份备份",
        [nameof(BackupPlan.LastCopiedAt)] = "拷贝时间",
        [nameof(Declaration.Content)] = "申报内容",
        [nameof(Declaration.State)] = "状态",
        [nameof(Declaration.Version)] = "版本",
        [nameof(Declaration.PersonKey)] = "证件",
        [nameof(Declaration.WaitingSince)] = "等候起始",
        [nameof(Declaration.TemperatureReadings)] = "体温",
        [nameof(HealthPass.IsCurrent)] = "是否现用",
        [nameof(HealthPass.PrintRunId)] = "打印批次",
        [nameof(GateIncident.ReportedTo)] = "上报给",
        [nameof(GateIncident.ReportedAt)] = "上报时间",
        [nameof(ReceivedStopList.Lines)] = "名单",
        [nameof(ReceivedStopList.At)] = "名单时间",
        [nameof(PackageSent.ReceiptedAt)] = "回执时间",
        [nameof(TrustedTownship.PublicKey)] = "密钥",
        [nameof(TrustedKey.LastDay)] = "最后签发日",
        [nameof(TrustedKey.CompromisedAt)] = "失窃时刻",
        [nameof(TrustedKey.CompromiseEnteredAt)] = "失窃登记时间",
        [nameof(Workstation.Name)] = "名称",
        [nameof(Workstation.Calibration)] = "校准",
        [nameof(HealthPass.PrintedAt)] = "打印时间",
        [nameof(HealthPass.StampedAt)] = "盖章时间",
        [nameof(HealthPass.StampedBy)] = "盖章人",
        [nameof(HealthPass.HandedOverAt)] = "发放时间",
        [nameof(HealthPass.CollectedBy)] = "领取人",
        [nameof(HealthPass.EndedAt)] = "失效时间",
        [nameof(HealthPass.EndReason)] = "失效原因",
        [nameof(HealthPass.RevocationClause)] = "停用依据",
        [nameof(Checkpoint.County)] = "市县",
        [nameof(Checkpoint.Township)] = "乡镇街道",
        [nameof(Checkpoint.Address)] = "详细地址",
        [nameof(Checkpoint.Mode)] = "查验方式",
        [nameof(Checkpoint.IsClosed)] = "关闭",
        [nameof(Resident.Person)] = "人员",
        [nameof(Resident.Phone)] = "电话",
        [nameof(Resident.HouseholdNumber)] = "户号",
        [nameof(Resident.RelationToHead)] = "与户主关系",
        [nameof(Resident.VillageGroup)] = "村民小组",
        [nameof(Resident.GridWorker)] = "网格员",
        [nameof(Resident.School)] = "学校",
        [nameof(Resident.SchoolClass)] = "班级",
        [nameof(Resident.Guardian)] = "监护人",
        [nameof(Resident.HasSmartphone)] = "智能手机",
        [nameof(Resident.Note)] = "备注",
        [nameof(EpidemicEnd.ConfirmedBy)] = "确认人",
        [nameof(EpidemicEnd.ConfirmedAt)] = "确认时间",
        [nameof(EpidemicEnd.WithdrawnAt)] = "撤回时间",
        [nameof(DestructionRecord.FinishedAt)] = "完成时间",
        [nameof(DestructionRecord.AuditHead)] = "审计末值",
        [nameof(DestructionRecord.Signature)] = "签名",
        [nameof(PaperBox.DestroyedOn)] = "销毁日期",
        [nameof(PaperBox.Disposal)] = "销毁方式",
        [nameof(PaperBox.FirstWitness)] = "监销人",
        [nameof(PaperBox.SecondWitness)] = "另一位监销人",
        // Of a declaration's answers nothing is said; of a request, that it was answered.
        [nameof(ResidentRequest.Outcome)] = "答复结果",
        [nameof(ResidentRequest.Answer)] = "答复",
        [nameof(ResidentRequest.AnsweredOn)] = "答复日",
        [nameof(ResidentRequest.AnsweredBy)] = "答复人",
        [nameof(ResidentRequest.CorrectedIn)] = "更正在",
        [nameof(OfficeUser.CheckpointId)] = "关口",
        [nameof(OfficeUser.UserName)] = "登录名",
        [nameof(OfficeUser.StaffName)] = "姓名",
        [nameof(OfficeUser.OfficeScope)] = "管辖范围",
        [nameof(OfficeUser.PasswordHash)] = "密码",
        [nameof(OfficeUser.MustChangePassword)] = "首次登录改密码",
        [nameof(OfficeUser.IsDisabled)] = "停用",
        [nameof(OfficeUser.TwoFactorEnabled)] = "登录验证码",
    };

    /// <summary>Kind and number of the paper, never a resident's name; null for what is not recorded row by row.</summary>
    public static string? Describe(object entity) => entity switch
    {
        Office office => $"村居 {office.OfficialName}",
        ReportDeadlines => "日报时限",
        BackupPlan => "备份设置",
        OfficeUser user => $"用户 {user.UserName}",
        Declaration declaration => $"申报 {declaration.Number}",
        HealthPass pass => $"通行卡 {pass.Number}",
        PrintRun run => run.Id > 0 ? $"打印批次 {run.Id}" : "打印批次",
        Resident resident => resident.Id > 0 ? $"居民名册 {resident.Id}" : "居民名册",
        Checkpoint checkpoint => $"关口 {checkpoint.Name}",
        OfficeSeal seal => $"公章图样 {seal.ApprovingDocument}",
        StockEntry entry => $"卡片库存 {entry.Stock}",
        GateIncident incident => incident.Id > 0 ? $"查验情况 {incident.Id}" : "查验情况",
        ReceivedStopList list => $"停用名单 {list.Issuer}",
        TrustedKey key => $"签发密钥 {key.OfficeCode} 第 {key.Number} 号",
        DroppedKey key => $"不再信任的密钥 {key.OfficeCode} 第 {key.Number} 号",
        PackageSent package => $"报送包 {package.OfficeCode} 第 {package.Number} 包",
        PackageReceived package => $"收到的报送包 {package.OfficeCode} 第 {package.Number} 包",
        TrustedTownship township => $"收件密钥 {township.Code}",
        StoredTownshipKey key => $"收件密钥 {key.Code} 第 {key.Number} 号",
        AdministratorPc pc => $"管理员电脑 {pc.Range}",
        Workstation workstation => $"工作站 {workstation.Name}",
        EpidemicEnd end => $"疫情解除登记 {end.OfficeCode}",
        DestructionRecord record => $"销毁清册 {record.OfficeCode}",
        PaperBox box => $"纸箱 {box.Number}",
        ResidentRequest request => request.Id > 0 ? $"{request.Kind.ChineseName()}申请 {request.Id}" : $"{request.Kind.ChineseName()}申请",
        _ => null,
    };

    /// <summary>The names of changed fields, and what they were and are where that is nothing personal.</summary>
    public static string Fields(IEnumerable<PropertyEntry> properties) => string.Join('、', properties
        .Where(field => !Ignored.Contains(field.Metadata.Name))
        .Select(field => Words.GetValueOrDefault(field.Metadata.Name, field.Metadata.Name) + AuditValuePolicy.Change(field)));

    /// <summary>代谁办理, as far as the paper knows: what he is to the resident, never who he is.</summary>
    public static string OnBehalfOf(EntityEntry entry) => entry.Entity switch
    {
        Declaration form when IsNew(entry, nameof(Declaration.Version)) =>
            string.Join('、', ((string[])[form.Content.Guardian is null ? "" : "监护人", form.Content.Scribe is null ? "" : "代填人"]).Where(word => word.Length > 0)),
        HealthPass pass when IsNew(entry, nameof(HealthPass.CollectedBy)) && pass.CollectedBy is not ("" or "本人") => "代领人",
        _ => "",
    };

    private static bool IsNew(EntityEntry entry, string field) => entry.State == EntityState.Added || entry.Property(field).IsModified;
}
