using HealthCode.Domain.Registers;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class RegisterMapping : IEntityTypeConfiguration<RegisterEntry>, IEntityTypeConfiguration<Facility>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> builder)
    {
        builder.AuditedAs(entry => $"{entry.Kind.ChineseName()} {entry.Number}");
        builder.Purged("register-entries", "台账登记（返乡、返岗、发热门诊、购药）", "条", order: 381);
        // Also by what stood there before a correction: whoever was on the slip can ask who saw it.
        builder.FoundBy(entry =>
        [
            new(SearchTermKind.Code, $"{entry.Number}"),
            new(SearchTermKind.Code, entry.SlipNumber is { } slip ? $"{slip}" : ""),
            .. entry.Former.Select(former => former.Content).Append(entry.Content).SelectMany(TermsOf),
        ]);
        builder.ToTable("RegisterEntries");
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        builder.Property(entry => entry.Content).AsJson().Encrypted().AuditedAs("登记内容");
        builder.Property(entry => entry.Former).AsJson().Encrypted().NotAudited();
        builder.Property(entry => entry.PersonKey!).Hashed().AuditedAs("证件");
        builder.Property(entry => entry.SubjectKey!).Hashed().NotAudited();
        builder.Property(entry => entry.On).AuditedAs("登记日期").Disclosed();
        builder.Property(entry => entry.SlipNumber).AuditedAs("单子编号").Disclosed();
        builder.Property(entry => entry.FacilityId).AuditedAs("单位");
        builder.Property(entry => entry.Pending).NotAudited();
        builder.Property(entry => entry.PendingOn).NotAudited();
        builder.Property(entry => entry.IsolationEndedOn).AuditedAs("隔离结束").Disclosed();
        builder.Property(entry => entry.EnteredBy).AsJson();
        builder.Property(entry => entry.Version).NotAudited();
        builder.Property(entry => entry.VoidedOn).AuditedAs("作废日").Disclosed();
        builder.Ignore(entry => entry.IsValid);
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Kind, entry.Number }).IsUnique();
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Kind, entry.SlipNumber });
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Kind, entry.On });
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Kind, entry.PersonKey, entry.On });
        builder.HasIndex(entry => entry.PersonKey);
        builder.HasIndex(entry => entry.SubjectKey);
        // Few are open, however many there are.
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Pending, entry.PendingOn });
        builder.HasIndex(entry => new { entry.FacilityId, entry.On });
    }

    private static IEnumerable<SearchTerm> TermsOf(RegisterContent content) =>
    [
        new(SearchTermKind.Name, content.Name.Value),
        new(SearchTermKind.Number, content.Document?.Number ?? ""),
        new(SearchTermKind.Number, content.Phone?.Value ?? ""),
        .. content is MedicinePurchase { Patient: { } patient }
            ? new SearchTerm[] { new(SearchTermKind.Name, patient.Name), new(SearchTermKind.Number, patient.Document?.Number ?? ""), new(SearchTermKind.Number, patient.Phone?.Value ?? "") } : [],
    ];

    public void Configure(EntityTypeBuilder<Facility> builder)
    {
        builder.AuditedAs(facility => $"{facility.Kind.ChineseName()}的单位 {facility.Name}");
        builder.Purged("facilities", "单位、医院、药店（联系人）", "个", order: 382);
        builder.ToTable("Facilities");
        builder.Property(facility => facility.OfficeCode).HasMaxLength(12);
        // Name and district hang at the door.
        builder.Property(facility => facility.Name).AuditedAs("名称").Disclosed();
        builder.Property(facility => facility.District).AuditedAs("所在区").Disclosed();
        builder.Property(facility => facility.Contact).Encrypted().AuditedAs("联系人");
        builder.Property(facility => facility.Phone).AsJson().Encrypted().AuditedAs("联系电话");
        builder.Property(facility => facility.ClosedOn).AuditedAs("停用日").Disclosed();
        builder.HasIndex(facility => new { facility.OfficeCode, facility.Kind, facility.Name });
    }
}
