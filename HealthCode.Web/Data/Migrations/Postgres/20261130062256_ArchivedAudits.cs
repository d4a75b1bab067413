using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ArchivedAudits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ArchivedAuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeNames = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCodes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BackupMadeAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BackupHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ImportedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Records = table.Column<long>(type: "bigint", nullable: false),
                    Head = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealedKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    FaultsAtImport = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IdOffset = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchivedAuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ArchivedAuditRecords",
                columns: table => new
                {
                    ChainId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StaffName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Workstation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OnBehalfOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    PayloadHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchivedAuditRecords", x => new { x.ChainId, x.Number });
                    table.ForeignKey(
                        name: "FK_ArchivedAuditRecords_ArchivedAuditChains_ChainId",
                        column: x => x.ChainId,
                        principalTable: "ArchivedAuditChains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArchivedAuditChains_Origin",
                table: "ArchivedAuditChains",
                column: "Origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchivedAuditRecords_ChainId_At",
                table: "ArchivedAuditRecords",
                columns: new[] { "ChainId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchivedAuditRecords_OfficeCode_ChainId_Number",
                table: "ArchivedAuditRecords",
                columns: new[] { "OfficeCode", "ChainId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArchivedAuditRecords");

            migrationBuilder.DropTable(
                name: "ArchivedAuditChains");
        }
    }
}
