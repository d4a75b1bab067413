using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class ResidentMapping : IEntityTypeConfiguration<Resident>, IEntityTypeConfiguration<ResidentVersion>, IEntityTypeConfiguration<Household>,
    IEntityTypeConfiguration<Guardianship>, IEntityTypeConfiguration<GuardianClaim>
{
    public void Configure(EntityTypeBuilder<Resident> builder)
    {
        builder.AuditedAs(resident => resident.Id > 0 ? $"居民名册 {resident.Id}" : "居民名册");
        builder.Purged("roster", "居民名册", "人", order: 100);
        builder.FoundBy(resident =>
        [
            new(SearchTermKind.Name, resident.Person.Name.Value),
            new(SearchTermKind.Number, resident.Person.Document.Number),
            new(SearchTermKind.Number, resident.Phone?.Value ?? ""),
            new(SearchTermKind.Word, resident.VillageGroup),
            new(SearchTermKind.Word, resident.HouseholdNumber),
            new(SearchTermKind.Word, resident.GridWorker?.Name.Value ?? ""),
        ]);
        builder.Property(resident => resident.OfficeCode).HasMaxLength(12);
        builder.Property(resident => resident.Person).AsJson().Encrypted().AuditedAs("人员");
        builder.Property(resident => resident.PersonKey).Hashed().AuditedAs("证件");
        builder.Property(resident => resident.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Encrypted().AuditedAs("电话");
        builder.Property(resident => resident.Address).Encrypted().AuditedAs("详细地址");
        builder.Property(resident => resident.Note).Encrypted().AuditedAs("备注");
        builder.Property(resident => resident.GridWorker).AsJson().Encrypted().AuditedAs("网格员");
        builder.Property(resident => resident.Guardian).AsJson().Encrypted().AuditedAs("监护人");
        builder.Property(resident => resident.HouseholdNumber).AuditedAs("户号");
        builder.Property(resident => resident.RelationToHead).AuditedAs("与户主关系");
        builder.Property(resident => resident.VillageGroup).AuditedAs("村民小组");
        builder.Property(resident => resident.School).AuditedAs("学校");
        builder.Property(resident => resident.SchoolClass).AuditedAs("班级");
        builder.Property(resident => resident.HasSmartphone).AuditedAs("智能手机");
        builder.Property(resident => resident.CareNeeds).AuditedAs("特殊情况");
        builder.Property(resident => resident.State).AuditedAs("状态");
        builder.Property(resident => resident.LeftOn).AuditedAs("离开日期");
        builder.Property(resident => resident.MergedInto).AuditedAs("合并到");
        builder.Property(resident => resident.EnteredOn).AuditedAs("登记日期");
        builder.Property(resident => resident.CodeKnownOn).AuditedAs("知道有码的日期");
        builder.Property(resident => resident.CodeKnownFrom).AuditedAs("从哪里知道有码");
        builder.Property(resident => resident.CodeHelper).Encrypted().AuditedAs("帮助注册的人");
        // Made from what is audited.
        builder.Property(resident => resident.Version).NotAudited();
        builder.Property(resident => resident.BirthYear).NotAudited();
        builder.Property(resident => resident.Initials).HasMaxLength(60).NotAudited();
        builder.Property(resident => resident.SortKey).HasMaxLength(160).NotAudited();
        builder.Ignore(resident => resident.IsHere);
        builder.HasIndex(resident => new { resident.OfficeCode, resident.PersonKey }).IsUnique();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.School, resident.SchoolClass });
        builder.HasIndex(resident => new { resident.OfficeCode, resident.HouseholdNumber });
        builder.HasIndex(resident => new { resident.OfficeCode, resident.SortKey, resident.Id });
        // Whether somebody is in the roster of another office, too.
        builder.HasIndex(resident => resident.PersonKey);
        builder.HasIndex(resident => resident.MergedInto);
    }

    public void Configure(EntityTypeBuilder<ResidentVersion> builder)
    {
        builder.NotAudited("what stood in an entry of the roster; each change of the entry is audited");
        builder.Purged("roster-versions", "居民名册的旧版本", "条", order: 99);
        builder.ToTable("ResidentVersions");
        builder.Property(version => version.OfficeCode).HasMaxLength(12);
        builder.Property(version => version.Content).AsJson().Encrypted();
        builder.Property(version => version.PersonKey).Hashed();
        builder.Property(version => version.Reason).Encrypted();
        builder.Property(version => version.By).AsJson();
        builder.HasIndex(version => new { version.ResidentId, version.Number }).IsUnique();
        builder.HasIndex(version => version.PersonKey);
    }

    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.AuditedAs(household => $"户 {household.Number}");
        builder.Purged("households", "户的登记", "户", order: 360);
        builder.ToTable("Households");
        builder.Property(household => household.OfficeCode).HasMaxLength(12);
        builder.Property(household => household.Number).HasMaxLength(30);
        builder.Property(household => household.Tenure).AuditedAs("自有或租住");
        builder.Property(household => household.Responsible).HasConversion(name => name!.Raw, text => PersonName.Restore(text)).Encrypted().AuditedAs("责任人");
        builder.Property(household => household.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Encrypted().AuditedAs("户的电话");
        builder.Property(household => household.Note).Encrypted().AuditedAs("备注");
        builder.HasIndex(household => new { household.OfficeCode, household.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Guardianship> builder)
    {
        builder.AuditedAs(guardianship => $"监护人 {guardianship.WardId}");
        builder.Purged("guardianships", "监护人", "条", order: 361);
        builder.ToTable("Guardianships");
        builder.Property(guardianship => guardianship.OfficeCode).HasMaxLength(12);
        builder.Property(guardianship => guardianship.GuardianId).NotAudited();
        builder.Property(guardianship => guardianship.Guardian).AsJson().Encrypted().AuditedAs("监护人");
        builder.Property(guardianship => guardianship.Seen).Encrypted().AuditedAs("看过的材料");
        builder.Property(guardianship => guardianship.By).AsJson();
        builder.Property(guardianship => guardianship.EndedOn).AuditedAs("结束日期").Disclosed();
        builder.Property(guardianship => guardianship.EndedFor).Encrypted().AuditedAs("结束原因");
        builder.Ignore(guardianship => guardianship.Holds);
        builder.HasIndex(guardianship => guardianship.WardId);
        builder.HasIndex(guardianship => guardianship.GuardianId);
    }

    public void Configure(EntityTypeBuilder<GuardianClaim> builder)
    {
        builder.AuditedAs(claim => $"监护人代领 {claim.WardId}");
        builder.Purged("guardian-claims", "监护人代领官方码", "次", order: 362);
        builder.ToTable("GuardianClaims");
        builder.Property(claim => claim.OfficeCode).HasMaxLength(12);
        builder.Property(claim => claim.ClaimedOn).AuditedAs("代领日期").Disclosed();
        builder.Property(claim => claim.Consent).Encrypted().AuditedAs("谁同意的");
        builder.Property(claim => claim.By).AsJson();
        builder.HasIndex(claim => claim.WardId);
    }
}
